using System.Text.Json.Serialization;

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

    /// <summary>Something was stated, and the key that it is sealed with is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unreadable { get; init; }

    /// <summary>States who it is or how to reach them, which is kept sealed.</summary>
    public bool StatesWho() => Name is not null || Address is not null || Email is not null;

    /// <summary>Without spaces around, and with null for what is empty. Names are otherwise never normalised.</summary>
    public Sender Trimmed() => new(Trim(Name), Trim(Address), Trim(Email), Trim(AgeBand), Trim(District));

    static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

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
