using System.Globalization;
using System.IO.Compression;

namespace Participation.Domain.Ledger;

/// <summary>
/// Looks through a PDF for what runs, starts programs or carries other files. Names may be written with escapes
/// (<c>/J#61vaScript</c>), and objects may lie packed inside streams, where they are looked for too.
/// </summary>
static class PdfContents
{
    const int LongestName = 32;
    const long MostUnpacked = 64 * 1024 * 1024;
    const int DictionaryReach = 4096;

    static readonly Dictionary<string, string> Refused = new()
    {
        ["JavaScript"] = "scan-script", ["Rendition"] = "scan-script", ["XFA"] = "scan-script", ["SubmitForm"] = "scan-script",
        ["ImportData"] = "scan-script", ["Launch"] = "scan-launch", ["EmbeddedFile"] = "scan-embedded", ["EmbeddedFiles"] = "scan-embedded",
        ["RichMedia"] = "scan-embedded", ["Encrypt"] = "scan-encrypted",
    };

    /// <returns>Why it is not taken, or null.</returns>
    public static string? Fault(ReadOnlySpan<byte> pdf) => FaultIn(pdf) ?? FaultInPacked(pdf);

    static string? FaultIn(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf((byte)'/'); at >= 0;)
        {
            if (Refused.TryGetValue(NameAt(bytes[(at + 1)..]), out var fault)) return fault;
            var next = bytes[(at + 1)..].IndexOf((byte)'/');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }

    /// <summary>Object streams hold dictionaries that a plain look would miss.</summary>
    static string? FaultInPacked(ReadOnlySpan<byte> pdf)
    {
        var left = MostUnpacked;
        for (var at = 0; pdf[at..].IndexOf("stream"u8) is var found and >= 0;)
        {
            var keyword = at + found;
            at = keyword + "stream"u8.Length;
            if (keyword >= 3 && pdf[(keyword - 3)..keyword].SequenceEqual("end"u8)) continue;
            var dictionary = pdf[Math.Max(0, keyword - DictionaryReach)..keyword];
            if (dictionary.LastIndexOf("obj"u8) is var begins and >= 0) dictionary = dictionary[begins..];
            if (!Names(dictionary).Contains("ObjStm")) continue;
            var fault = FaultInStream(pdf[at..], Names(dictionary), ref left);
            if (fault is not null) return fault;
        }
        return null;
    }

    static string? FaultInStream(ReadOnlySpan<byte> body, HashSet<string> names, ref long left)
    {
        // Packed twice, or in a way we don't unpack: what can't be looked into is not taken.
        if (names.Overlaps(["ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt", "Predictor"])) return "scan-unreadable";
        if (!names.Contains("FlateDecode")) return null;
        while (!body.IsEmpty && body[0] is (byte)'\r' or (byte)'\n') body = body[1..];
        try
        {
            using var packed = new MemoryStream(body.ToArray(), writable: false);
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = unpacking.Read(buffer)) > 0;)
            {
                plain.Write(buffer, 0, read);
                if ((left -= read) < 0) return "scan-unreadable";
            }
            return FaultIn(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        }
        catch (InvalidDataException)
        {
            return "scan-unreadable";
        }
    }

    static HashSet<string> Names(ReadOnlySpan<byte> bytes)
    {
        var names = new HashSet<string>();
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] is (byte)'/') names.Add(NameAt(bytes[(i + 1)..]));
        return names;
    }

    static string NameAt(ReadOnlySpan<byte> bytes)
    {
        Span<char> name = stackalloc char[LongestName];
        var length = 0;
        for (var i = 0; i < bytes.Length && length < LongestName; i++)
        {
            var c = (char)bytes[i];
            if (c is '#' && i + 2 < bytes.Length && byte.TryParse(bytes.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
                (c, i) = ((char)escaped, i + 2);
            else if (!char.IsAsciiLetterOrDigit(c)) break;
            name[length++] = c;
        }
        return name[..length].ToString();
    }
}
