using System.Net;
using System.Net.Sockets;

namespace Participation.Bench.Load;

/// <summary>One kept-alive connection, one request at a time, with as little work of ours as can be: the machine is shared.</summary>
sealed class RawConnection : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly AnswerReader reader = new();
    byte[] buffer = new byte[256 * 1024];
    int filled;

    public static async Task<RawConnection> Open(int port, CancellationToken ct)
    {
        var connection = new RawConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port, ct);
        return connection;
    }

    /// <returns>The status.</returns>
    /// <exception cref="SocketException">The other side went.</exception>
    public async ValueTask<int> Ask(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request[sent..], SocketFlags.None, ct);
        filled = 0;
        reader.Begin();
        do
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var got = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, ct);
            if (got == 0) throw new SocketException((int)SocketError.ConnectionReset);
            filled += got;
        }
        while (!reader.Read(buffer.AsSpan(0, filled)));
        return reader.Status;
    }

    /// <summary>The last answer's body.</summary>
    public byte[] Body() => reader.Body(buffer.AsSpan(0, filled));

    public void Dispose() => socket.Dispose();
}
