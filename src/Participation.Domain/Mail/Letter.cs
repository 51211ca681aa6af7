namespace Participation.Domain.Mail;

/// <summary>Whom a mail is for and what it says.</summary>
/// <param name="Unsubscribe">Where a mail reader ends such mail by itself (RFC 8058); null for what nobody can decline.</param>
public sealed record Letter(string To, string Subject, string Body, string? Unsubscribe = null);

/// <summary>A letter as it is kept until it has gone (docs/adr/0018-sealed-senders.md).</summary>
/// <param name="ToKey">Keyed hash of the address.</param>
public sealed record SealedLetter(byte[] Sealed, byte[] ToKey);
