using System.Globalization;
using System.Text;

namespace Participation.Bench.Load;

/// <summary>A request as bytes. Wherever the mark stands the request's number is written over it, so that making one costs nothing.</summary>
sealed class RequestTemplate
{
    public const string Mark = "############";

    readonly byte[] bytes;
    readonly List<int> marks = [];

    RequestTemplate(byte[] bytes)
    {
        this.bytes = bytes;
        var mark = Encoding.ASCII.GetBytes(Mark);
        for (int at = 0, found; (found = bytes.AsSpan(at).IndexOf(mark)) >= 0; at += found + mark.Length) marks.Add(at + found);
    }

    public static RequestTemplate Get(string path, params string[] headers) => new(Head("GET", path, headers));

    public static RequestTemplate Post(string path, byte[] body, params string[] headers) => new([
        .. Head("POST", path, [.. headers, "Content-Type: application/json", $"Content-Length: {body.Length}"]), .. body]);

    /// <summary>One for each connection: they write over it.</summary>
    public RequestTemplate Copy() => new([.. bytes]);

    public ReadOnlyMemory<byte> Numbered(long number)
    {
        foreach (var at in marks) number.TryFormat(bytes.AsSpan(at, Mark.Length), out _, "D12", CultureInfo.InvariantCulture);
        return bytes;
    }

    static byte[] Head(string method, string path, string[] headers) =>
        Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");
}
