using System.Buffers;
using System.Text.Unicode;

namespace Participation.Documents.Reports;

/// <summary>Rows on their way into a file, as UTF-8: gathered, and given on in large pieces.</summary>
sealed class Utf8Rows(Stream to)
{
    const int Full = 64 * 1024;
    /// <summary>A UTF-16 unit takes at most so many bytes.</summary>
    const int BytesOfUnit = 3;

    readonly ArrayBufferWriter<byte> gathered = new(2 * Full);

    public void Write(ReadOnlySpan<byte> utf8) => gathered.Write(utf8);

    /// <summary>Half a surrogate pair becomes U+FFFD.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, gathered.GetSpan(text.Length * BytesOfUnit), out _, out var written);
        gathered.Advance(written);
    }

    /// <summary>Called after each row.</summary>
    public ValueTask EndRow(CancellationToken ct) => gathered.WrittenCount < Full ? ValueTask.CompletedTask : GiveOn(ct);

    /// <summary>Called after the last one.</summary>
    public async ValueTask GiveOn(CancellationToken ct)
    {
        await to.WriteAsync(gathered.WrittenMemory, ct);
        gathered.ResetWrittenCount();
    }
}
