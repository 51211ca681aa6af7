namespace Participation.Application.Retention;

/// <summary>How long personal data is kept (docs/settings.md, Retention:*).</summary>
public sealed record RetentionOptions
{
    /// <summary>Months after a consultation's results are published until its senders' names and addresses are removed.</summary>
    public int SenderMonths { get; init; } = 12;
}
