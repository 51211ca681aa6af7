using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;

namespace Participation.Client;

/// <summary>
/// Watches live streams of a Participation site, for hall displays and other programs:
/// <code>await foreach (var e in new LiveClient(new Uri("https://city.example")).Watch("consultation:plan-2030", after: 0)) …</code>
/// </summary>
public sealed class LiveClient(Uri site)
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Every event of a stream after a sequence, in order and once each, until cancelled. A lost connection is made again, with
    /// pauses that grow and differ from client to client, and nothing is missed meanwhile.
    /// </summary>
    /// <exception cref="Microsoft.AspNetCore.SignalR.HubException">There is no such stream, or it is not for the public.</exception>
    public async IAsyncEnumerable<LiveEvent> Watch(string stream, long after, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var pause = FirstPause;
        while (!ct.IsCancellationRequested)
        {
            var arrived = Channel.CreateUnbounded<LiveEvent>();
            await using var connection = Connect(stream, arrived);
            if (await TryWatch(connection, stream, after, ct))
            {
                pause = FirstPause;
                await foreach (var live in arrived.Reader.ReadAllAsync(ct))
                {
                    if (live.Sequence <= after) continue;
                    // A hole can only mean that we were cut off: ask again from what we have.
                    if (live.Sequence > after + 1) break;
                    after = live.Sequence;
                    yield return live;
                }
            }
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    HubConnection Connect(string stream, Channel<LiveEvent> arrived)
    {
        var connection = LiveConnection.To(site);
        connection.On<LiveEvent[]>("events", events =>
        {
            foreach (var live in events)
                if (live.Stream == stream) arrived.Writer.TryWrite(live);
        });
        connection.Closed += _ =>
        {
            arrived.Writer.TryComplete();
            return Task.CompletedTask;
        };
        return connection;
    }

    static async Task<bool> TryWatch(HubConnection connection, string stream, long after, CancellationToken ct)
    {
        try
        {
            await connection.StartAsync(ct);
            await connection.InvokeAsync("Watch", stream, after, ct);
            return true;
        }
        catch (Exception lost) when (lost is System.Net.WebSockets.WebSocketException or IOException or InvalidOperationException
            && lost is not Microsoft.AspNetCore.SignalR.HubException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
