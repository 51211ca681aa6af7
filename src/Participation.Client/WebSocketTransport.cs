using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Participation.Client;

/// <summary>Connects a hub connection by WebSocket alone: the package with SignalR's other transports is not needed for that.</summary>
sealed class WebSocketTransport(string? cookie) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        if (cookie is not null) socket.Options.SetRequestHeader("Cookie", cookie);
        try
        {
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        return new SocketConnection(socket, endpoint);
    }
}

/// <summary>A WebSocket as the pair of pipes that SignalR reads from and writes to.</summary>
sealed class SocketConnection : ConnectionContext
{
    const int LeastBuffer = 4096;

    readonly ClientWebSocket socket;
    readonly Pipe incoming = new();
    readonly Pipe outgoing = new();
    readonly CancellationTokenSource closed = new();
    readonly Task running;

    public SocketConnection(ClientWebSocket socket, EndPoint endpoint)
    {
        this.socket = socket;
        RemoteEndPoint = endpoint;
        ConnectionClosed = closed.Token;
        Transport = new Duplex(incoming.Reader, outgoing.Writer);
        running = Run();
    }

    public override IDuplexPipe Transport { get; set; }
    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("N");
    public override IFeatureCollection Features { get; } = new FeatureCollection();
    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override void Abort(ConnectionAbortedException abortReason) => socket.Abort();

    public override async ValueTask DisposeAsync()
    {
        await outgoing.Writer.CompleteAsync();
        socket.Abort();
        await running;
        socket.Dispose();
        closed.Dispose();
        await base.DisposeAsync();
    }

    async Task Run()
    {
        await Task.WhenAny(Receive(), Send());
        socket.Abort();
        await closed.CancelAsync();
    }

    async Task Receive()
    {
        Exception? why = null;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(incoming.Writer.GetMemory(LeastBuffer), CancellationToken.None);
                if (received.MessageType is WebSocketMessageType.Close) break;
                incoming.Writer.Advance(received.Count);
                if ((await incoming.Writer.FlushAsync()).IsCompleted) break;
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            why = lost;
        }
        await incoming.Writer.CompleteAsync(why);
    }

    async Task Send()
    {
        try
        {
            while (true)
            {
                var read = await outgoing.Reader.ReadAsync();
                foreach (var segment in read.Buffer)
                    await socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                outgoing.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted || read.IsCanceled) break;
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The reading side says so to whoever waits.
        }
        await outgoing.Reader.CompleteAsync();
    }

    sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
