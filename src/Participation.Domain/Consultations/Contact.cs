namespace Participation.Domain.Consultations;

/// <summary>連絡先: who sent it and how to reach them, sealed (docs/adr/0018-sealed-senders.md). For staff alone.</summary>
public sealed class Contact
{
    Contact() { }

    internal Contact(Guid submissionId, SealedSender kept) => (SubmissionId, Sealed, NameKey, EmailKey, Print) = (submissionId, kept.Sealed, kept.NameKey, kept.EmailKey, kept.Print);

    public Guid SubmissionId { get; private set; }

    /// <summary>Name, address and e-mail; null in a row from before senders were sealed.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>By which staff find a name that they know whole.</summary>
    public byte[]? NameKey { get; private set; }

    /// <summary>By which staff find an e-mail address.</summary>
    public byte[]? EmailKey { get; private set; }

    /// <summary>
    /// Keyed hash of what is sealed: once it stands it is never changed, so whatever is laid over the seal tells the same sender or is
    /// not read. Null in a row from before, and in one taken in while the key was gone.
    /// </summary>
    public byte[]? Print { get; private set; }

    /// <summary>In clear, as these three columns held it before; since it is sealed, they are empty.</summary>
    public string? Name { get; private set; }

    public string? Address { get; private set; }
    public string? Email { get; private set; }

    /// <summary>Seals a row from before. The table's guard lets this happen once and nothing else.</summary>
    public void Seal(SealedSender kept) =>
        (Sealed, NameKey, EmailKey, Print, Name, Address, Email) = (kept.Sealed, kept.NameKey, kept.EmailKey, kept.Print, null, null, null);

    /// <summary>For a row that was sealed before there were prints: once.</summary>
    public void Mark(byte[] print) => Print = print;

    /// <summary>The same, sealed with another key. The table's guard sees that the print stays.</summary>
    public void SealAnew(byte[] kept) => Sealed = kept;
}

/// <summary>Who sent it, as it is kept.</summary>
/// <param name="NameKey">Keyed hash of <see cref="SenderFolds.Name"/>; null when no name was stated.</param>
/// <param name="EmailKey">Keyed hash of <see cref="SenderFolds.Email"/>; null when none was stated.</param>
/// <param name="Print">Keyed hash of all of it.</param>
public sealed record SealedSender(byte[] Sealed, byte[]? NameKey, byte[]? EmailKey, byte[]? Print);
