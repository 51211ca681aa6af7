namespace Participation.Domain.Consultations;

/// <summary>連絡先: who sent it and how to reach them, sealed (docs/adr/0018-sealed-senders.md). For staff alone.</summary>
public sealed class Contact
{
    Contact() { }

    internal Contact(Guid submissionId, SealedSender kept) => (SubmissionId, Sealed, NameKey, EmailKey) = (submissionId, kept.Sealed, kept.NameKey, kept.EmailKey);

    public Guid SubmissionId { get; private set; }

    /// <summary>Name, address and e-mail; null in a row from before senders were sealed.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>By which staff find a name that they know whole.</summary>
    public byte[]? NameKey { get; private set; }

    /// <summary>By which staff find an e-mail address.</summary>
    public byte[]? EmailKey { get; private set; }

    /// <summary>In clear, as these three columns held it before; since it is sealed, they are empty.</summary>
    public string? Name { get; private set; }

    public string? Address { get; private set; }
    public string? Email { get; private set; }

    /// <summary>Seals a row from before. The table's guard lets this happen once and nothing else.</summary>
    public void Seal(SealedSender kept) =>
        (Sealed, NameKey, EmailKey, Name, Address, Email) = (kept.Sealed, kept.NameKey, kept.EmailKey, null, null, null);
}

/// <summary>Who sent it, as it is kept.</summary>
/// <param name="NameKey">Keyed hash of <see cref="SenderFolds.Name"/>; null when no name was stated.</param>
/// <param name="EmailKey">Keyed hash of <see cref="SenderFolds.Email"/>; null when none was stated.</param>
public sealed record SealedSender(byte[] Sealed, byte[]? NameKey, byte[]? EmailKey);
