using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using Participation.Bench.Running;

namespace Participation.Bench.Boards;

/// <summary>A phone in the hall, on the hub's own JSON protocol: what it was told is what its screen shows.</summary>
sealed class Phone(int port, string stream, string? cookie, long after, BoardFrames frames, ActBook book) : IAsyncDisposable
{
    const byte RecordSeparator = 0x1e;
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ConcurrentDictionary<string, TaskCompletionSource<string>> asked = new();
    readonly SemaphoreSlim sending = new(1);
    ClientWebSocket? socket;
    Task reading = Task.CompletedTask;
    int asks;

    /// <summary>The board as this screen shows it.</summary>
    public ConcurrentDictionary<Guid, NoteSeen> Screen { get; } = new();

    /// <summary>The last sequence it was told.</summary>
    public long Last { get; private set; } = after;

    /// <summary>Events that came out of their order or not at all.</summary>
    public long Gaps { get; private set; }

    public async Task Connect()
    {
        socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Accept-Language", "ja");
        if (cookie is not null) socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/hubs/live"), default);
        await Send(new { protocol = "json", version = 1 });
        reading = Read(socket);
        await Ask("Watch", stream, Last);
    }

    /// <summary>Cut off, as in a lift: nobody says goodbye.</summary>
    public async Task Cut()
    {
        socket!.Abort();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var waiting in asked.Values) waiting.TrySetCanceled();
    }

    /// <returns>The hub's answer.</returns>
    public async Task<string> Ask(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref asks).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(new { type = 1, invocationId = id, target = method, arguments });
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    async Task Send(object message)
    {
        var bytes = (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(message, Json), RecordSeparator];
        await sending.WaitAsync();
        try
        {
            await socket!.SendAsync(bytes, WebSocketMessageType.Text, true, default);
        }
        finally
        {
            sending.Release();
        }
    }

    async Task Read(ClientWebSocket from)
    {
        var (buffer, filled) = (new byte[16 * 1024], 0);
        while (from.State is WebSocketState.Open)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var got = await from.ReceiveAsync(buffer.AsMemory(filled), default);
            if (got.MessageType is WebSocketMessageType.Close) return;
            filled += got.Count;
            int end, begun = 0;
            while ((end = buffer.AsSpan(begun, filled - begun).IndexOf(RecordSeparator)) >= 0)
            {
                Hear(buffer.AsSpan(begun, end));
                begun += end + 1;
            }
            buffer.AsSpan(begun, filled - begun).CopyTo(buffer);
            filled -= begun;
        }
    }

    void Hear(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"type\":1,\"target\":\"events\""u8)) Show(frames.Read(message));
        else if (message.StartsWith("{\"type\":3,"u8))
        {
            using var json = JsonDocument.Parse(message.ToArray());
            if (asked.TryRemove(json.RootElement.GetProperty("invocationId").GetString()!, out var answer)) answer.TrySetResult(json.RootElement.GetRawText());
        }
        else if (message.StartsWith("{\"type\":7"u8)) throw new BenchException("The hub closed the connection.");
    }

    void Show(BoardFrame frame)
    {
        if (frame.First != Last + 1 && Last > 0) Gaps++;
        Last = Math.Max(Last, frame.Last);
        foreach (var note in frame.Notes)
        {
            var before = Screen.TryGetValue(note.Id, out var seen) ? seen.Version : -1;
            if (note.Version <= before) continue;
            Screen[note.Id] = note;
            book.Shown(note.Id, before, note.Version);
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket?.Abort();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket?.Dispose();
        sending.Dispose();
    }
}
