namespace Participation.Domain.Ledger;

/// <summary>A picture of the paper as it came. The bytes lie in a file of their own; this is what is known of it.</summary>
public sealed class Scan
{
    Scan() { }

    internal Scan(Guid submission, ScanKind kind, string name, string file, byte[] sha256, long size, string by, DateTimeOffset now) =>
        (Id, SubmissionId, Kind, Name, File, Sha256, Size, By, At) = (Guid.CreateVersion7(now), submission, kind, name, file, sha256, size, by, now);

    public Guid Id { get; private set; }
    public Guid SubmissionId { get; private set; }
    public ScanKind Kind { get; private set; }

    /// <summary>As it was called where it came from: shown, never used as a path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The file's own name in the store: random, without extension.</summary>
    public string File { get; private set; } = "";

    public byte[] Sha256 { get; private set; } = [];
    public long Size { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>It was attached to the wrong submission: kept, and shown apart until it is brought back.</summary>
    public bool Aside { get; private set; }

    internal void Put(bool aside) => Aside = aside;
}

/// <summary>What a scan is, by its first bytes.</summary>
public enum ScanKind { Pdf, Jpeg, Png, Tiff }
