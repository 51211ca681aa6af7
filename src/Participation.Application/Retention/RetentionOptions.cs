namespace Participation.Application.Retention;

/// <summary>How long personal data is kept (docs/settings.md, Retention:*).</summary>
public sealed record RetentionOptions
{
    /// <summary>Months until a consultation's senders' names and addresses are removed: after its results are published, or after its close while they are not.</summary>
    public int SenderMonths { get; init; } = 12;

    /// <summary>Months after a meeting until those who signed up for it are put away.</summary>
    public int SignUpMonths { get; init; } = 3;
}
