namespace Participation.Domain.Consultations;

/// <summary>What a consultation can require a sender to state. Cities differ; some accept anonymous opinions.</summary>
public enum SenderField
{
    Name,
    Address,
    Email,
    AgeBand,
    District,
}

/// <summary>Who sends. Name, address and e-mail are never shown to the public.</summary>
public sealed record Sender(string? Name = null, string? Address = null, string? Email = null, string? AgeBand = null, string? District = null)
{
    public static readonly Sender Anonymous = new();

    public string? this[SenderField field] => field switch
    {
        SenderField.Name => Name,
        SenderField.Address => Address,
        SenderField.Email => Email,
        SenderField.AgeBand => AgeBand,
        SenderField.District => District,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
