using System.Text;

namespace Participation.Documents.Csv;

/// <summary>
/// A text in CP932, for programs that read nothing else. What it can't hold is never a silent question mark: 〓 stands in its place, and
/// the list says what was lost.
/// </summary>
public static class Cp932
{
    const string Lost = "〓";

    /// <summary>The same character under the number that CP932 knows it by.</summary>
    static readonly Dictionary<char, char> Kin = new() { ['\u301C'] = '\uFF5E', ['\u2212'] = '\uFF0D', ['\u2016'] = '\u2225', ['\u2014'] = '\u2015', ['\u00A5'] = '\uFFE5' };

    static readonly Encoding Encoding = CodePagesEncodingProvider.Instance.GetEncoding(932, new EncoderReplacementFallback(Lost), DecoderFallback.ExceptionFallback)!;
    static readonly Encoding Strict = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Reads UTF-8 (with or without BOM) and writes CP932.</summary>
    /// <returns>Each character that is lost, once, in the order of the text.</returns>
    public static async Task<IReadOnlyList<string>> Convert(Stream utf8, Stream to, CancellationToken ct)
    {
        var (known, lost) = (new HashSet<Rune>(), new List<string>());
        using var reader = new StreamReader(utf8, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        await using var writer = new StreamWriter(to, Encoding, leaveOpen: true);
        var buffer = new char[32 * 1024];
        var kept = 0;
        for (int read; (read = await reader.ReadAsync(buffer.AsMemory(kept), ct)) > 0 || kept > 0;)
        {
            var length = kept + read;
            // Half a character waits for its other half.
            var whole = read > 0 && char.IsHighSurrogate(buffer[length - 1]) ? length - 1 : length;
            for (var i = 0; i < whole; i++) if (buffer[i] > 0x7F && Kin.TryGetValue(buffer[i], out var kin)) buffer[i] = kin;
            foreach (var rune in buffer.AsSpan(0, whole).EnumerateRunes())
                if (!rune.IsAscii && known.Add(rune) && !Holds(rune)) lost.Add(rune.ToString());
            await writer.WriteAsync(buffer.AsMemory(0, whole), ct);
            kept = length - whole;
            if (kept > 0) buffer[0] = buffer[whole];
        }
        return lost;
    }

    static bool Holds(Rune rune)
    {
        try
        {
            Strict.GetByteCount(rune.ToString());
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
