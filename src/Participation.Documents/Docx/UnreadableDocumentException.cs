namespace Participation.Documents.Docx;

/// <summary>Why a document was not read.</summary>
public enum UnreadableReason
{
    /// <summary>Another kind of file.</summary>
    NotDocx,
    /// <summary>Protected by a password, or in the older .doc format, which is packed the same way.</summary>
    EncryptedOrLegacy,
    /// <summary>Cut short, not well-formed, or with a document type of its own (DTD) inside.</summary>
    Damaged,
    /// <summary>Larger than a plan can be, packed or unpacked.</summary>
    TooLarge,
}

/// <summary>The one exception <see cref="DocxReader"/> throws for a file that it will not or cannot read.</summary>
public sealed class UnreadableDocumentException(UnreadableReason reason, Exception? inner = null)
    : Exception($"The document was not read: {reason}.", inner)
{
    /// <summary>Why.</summary>
    public UnreadableReason Reason => reason;
}
