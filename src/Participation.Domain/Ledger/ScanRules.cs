using Participation.Domain.Outcomes;

namespace Participation.Domain.Ledger;

/// <summary>What may be attached as a scan. The bytes decide, whatever the file is called.</summary>
public static class ScanRules
{
    public const int NameAtMost = 200;

    /// <returns>Its kind; refused when it is empty, too large, of another kind, or a PDF that does more than show pages.</returns>
    public static Outcome<ScanKind> Look(ReadOnlySpan<byte> bytes, long largest)
    {
        if (bytes.IsEmpty) return Refusal.Invalid("scan", "scan-empty");
        if (bytes.Length > largest) return Refusal.Invalid("scan", "scan-too-large", largest / (1024 * 1024));
        if (KindOf(bytes) is not { } kind) return Refusal.Invalid("scan", "scan-unknown");
        return kind is ScanKind.Pdf && PdfContents.Fault(bytes) is { } fault ? Refusal.Invalid("scan", fault) : kind;
    }

    /// <summary>The last part of whatever path a browser sent, without what could break a header or a line.</summary>
    public static string NameOf(string? given)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        name = string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return name.Length is 0 ? "scan" : name.Length > NameAtMost ? name[..NameAtMost] : name;
    }

    static ScanKind? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? ScanKind.Pdf
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ScanKind.Jpeg
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? ScanKind.Png
        : bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) ? ScanKind.Tiff
        : null;
}
