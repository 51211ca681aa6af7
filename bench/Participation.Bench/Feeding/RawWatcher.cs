using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Participation.Bench.Running;

namespace Participation.Bench.Feeding;

/// <summary>A client of the live hub on a bare socket: WebSocket and SignalR's JSON protocol, as little of each as will do.</summary>
sealed class RawWatcher(FrameBook book) : IDisposable
{
    const byte Text = 1, Close = 8, RecordSeparator = 0x1e;
    static readonly byte[] Ping = Frame("""{"type":6}""");

    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    byte[] buffer = new byte[4096];
    // How far it is filled, its frames are read, and the message's parts stand together.
    int filled, parsed, assembled;
    bool given;

    /// <summary>The last sequence it was told.</summary>
    public long Last { get; private set; }

    public bool Open { get; private set; }

    public async Task Connect(int port, string stream, long after, CancellationToken ct)
    {
        Last = after;
        await socket.ConnectAsync(IPAddress.Loopback, port, ct);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            "GET /hubs/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"), ct);
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) await Receive(ct);
        if (!buffer.AsSpan(0, filled).StartsWith("HTTP/1.1 101"u8)) throw new BenchException(Encoding.ASCII.GetString(buffer, 0, filled));
        Drop(head + 4);
        await socket.SendAsync(Frame("""{"protocol":"json","version":1}"""), ct);
        await Hear("{}"u8.ToArray(), ct);
        await socket.SendAsync(Frame($$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{stream}}",{{after}}]}"""), ct);
        await Hear("""{"type":3"""u8.ToArray(), ct);
        Open = true;
    }

    /// <summary>Reads until the other side closes.</summary>
    public async Task Run(CancellationToken ct)
    {
        try
        {
            while (Open)
            {
                await Receive(ct);
                while (Next(out var payload)) Take(payload, []);
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException)
        {
            Open = false;
        }
    }

    public async Task SendPing(CancellationToken ct) => await socket.SendAsync(Ping, ct);

    public void Dispose() => socket.Dispose();

    async Task Receive(CancellationToken ct)
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var got = await socket.ReceiveAsync(buffer.AsMemory(filled), ct);
        if (got == 0) throw new SocketException((int)SocketError.ConnectionReset);
        filled += got;
    }

    async Task Hear(byte[] beginning, CancellationToken ct)
    {
        while (true)
        {
            while (Next(out var payload))
                if (Take(payload, beginning)) return;
            await Receive(ct);
        }
    }

    /// <summary>Notes events; true when one of the messages begins so.</summary>
    bool Take(ReadOnlyMemory<byte> payload, byte[] beginning)
    {
        var heard = false;
        for (var rest = payload.Span; !rest.IsEmpty;)
        {
            var end = rest.IndexOf(RecordSeparator);
            if (rest.StartsWith("""{"type":1,"target":"events","""u8)) Last = book.Note(rest[..end], Last);
            heard |= beginning.Length > 0 && rest.StartsWith(beginning);
            rest = rest[(end + 1)..];
        }
        return heard;
    }

    /// <summary>The next whole message; long ones come in several frames. What it points to is good until the next call.</summary>
    bool Next(out ReadOnlyMemory<byte> message)
    {
        if (given) Drop(parsed);
        message = default;
        while (filled - parsed >= 4)
        {
            long length = buffer[parsed + 1];
            var at = parsed + length switch { 126 => 4, 127 => 10, _ => 2 };
            if (filled < at) return false;
            if (length == 126) length = BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(parsed + 2));
            else if (length == 127) length = BinaryPrimitives.ReadInt64BigEndian(buffer.AsSpan(parsed + 2));
            if (filled < at + length) return false;
            var (last, kind) = ((buffer[parsed] & 0x80) != 0, buffer[parsed] & 0x0f);
            parsed = at + (int)length;
            if (kind == Close) Open = false;
            if (kind > Text) continue;
            // The parts of a message are moved together at the buffer's beginning.
            buffer.AsSpan(at, (int)length).CopyTo(buffer.AsSpan(assembled));
            assembled += (int)length;
            if (!last) continue;
            message = buffer.AsMemory(0, assembled);
            return given = true;
        }
        return false;
    }

    void Drop(int bytes)
    {
        buffer.AsSpan(bytes, filled - bytes).CopyTo(buffer);
        (filled, parsed, assembled, given) = (filled - bytes, 0, 0, false);
    }

    /// <summary>A client's frame, masked with zeros.</summary>
    static byte[] Frame(string message)
    {
        var text = Encoding.UTF8.GetBytes(message + (char)RecordSeparator);
        byte[] length = text.Length < 126 ? [(byte)(0x80 | text.Length)] : [0x80 | 126, (byte)(text.Length >> 8), (byte)text.Length];
        return [0x80 | Text, .. length, 0, 0, 0, 0, .. text];
    }
}
