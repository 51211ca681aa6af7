using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Participation.Documents.Reports;

/// <summary>Rows on their way into a file, as UTF-8: gathered, and given on in large pieces.</summary>
sealed class Utf8Rows(Stream to)
{
    const int Full = 64 * 1024;
    /// <summary>A UTF-16 unit takes at most so many bytes.</summary>
    const int BytesOfUnit = 3;

    byte[] gathered = new byte[2 * Full];
    int count;

    [MethodImpl(Compile.AtOnce)]
    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(RoomFor(utf8.Length));
        count += utf8.Length;
    }

    /// <summary>Half a surrogate pair becomes U+FFFD.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Write(ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, RoomFor(text.Length * BytesOfUnit), out _, out var written);
        count += written;
    }

    /// <summary>Called after each row.</summary>
    public ValueTask EndRow(CancellationToken ct) => count < Full ? ValueTask.CompletedTask : GiveOn(ct);

    /// <summary>Called after the last one.</summary>
    public async ValueTask GiveOn(CancellationToken ct)
    {
        await to.WriteAsync(gathered.AsMemory(0, count), ct);
        count = 0;
    }

    [MethodImpl(Compile.AtOnce)]
    Span<byte> RoomFor(int bytes)
    {
        if (gathered.Length - count < bytes) Array.Resize(ref gathered, Math.Max(2 * gathered.Length, count + bytes));
        return gathered.AsSpan(count);
    }
}
