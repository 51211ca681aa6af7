using System.Buffers.Text;

namespace Participation.Bench.Load;

/// <summary>Finds where an HTTP/1.1 answer ends as its bytes come in, looking at each byte of its frame once.</summary>
sealed class AnswerReader
{
    int headEnds, ends, chunkAt;
    bool chunked;

    public int Status { get; private set; }

    public void Begin() => (headEnds, ends, chunkAt, chunked, Status) = (0, 0, 0, false, 0);

    /// <summary>Whether the answer is whole.</summary>
    public bool Read(ReadOnlySpan<byte> got)
    {
        if (headEnds == 0 && !ReadHead(got)) return false;
        if (!chunked) return got.Length >= ends;
        while (true)
        {
            if (chunkAt >= got.Length) return false;
            var line = got[chunkAt..].IndexOf("\r\n"u8);
            if (line < 0) return false;
            var size = Number(got[chunkAt..], 'x');
            var next = chunkAt + line + 2 + size + 2;
            if (size == 0) return got.Length >= next;
            chunkAt = next;
        }
    }

    /// <summary>The body of a whole answer.</summary>
    public byte[] Body(ReadOnlySpan<byte> got)
    {
        if (!chunked) return got[headEnds..ends].ToArray();
        using var body = new MemoryStream();
        for (var at = headEnds; ;)
        {
            var line = got[at..].IndexOf("\r\n"u8);
            var size = Number(got[at..], 'x');
            if (size == 0) return body.ToArray();
            body.Write(got.Slice(at + line + 2, size));
            at += line + 2 + size + 2;
        }
    }

    bool ReadHead(ReadOnlySpan<byte> got)
    {
        var end = got.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = got[..(end + 2)];
        Status = Number(head["HTTP/1.1 ".Length..]);
        headEnds = chunkAt = end + 4;
        var length = head.IndexOf("Content-Length: "u8);
        chunked = length < 0 && head.IndexOf("Transfer-Encoding: chunked"u8) >= 0;
        ends = headEnds + (length < 0 ? 0 : Number(head[(length + "Content-Length: ".Length)..]));
        return true;
    }

    static int Number(ReadOnlySpan<byte> digits, char format = 'g') => Utf8Parser.TryParse(digits, out int number, out _, format) ? number : 0;
}
