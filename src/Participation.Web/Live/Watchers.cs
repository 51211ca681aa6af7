using System.Collections.Concurrent;
using MediatR;
using Microsoft.AspNetCore.SignalR;
using Participation.Application.Live;

namespace Participation.Web.Live;

/// <summary>Who watches what on this node. Every watcher gets every event once and in order, whenever it joins.</summary>
public sealed class Watchers(LiveConnections connections, TimeProvider clock) : ILiveListener
{
    const int StreamsAtMost = 16;
    const int EventsAtOnce = 500;

    readonly ConcurrentDictionary<string, StreamWatchers> streams = new();
    readonly ConcurrentDictionary<string, HashSet<string>> watched = new();

    public async Task Watch(string connectionId, string stream, long after, IMediator mediator, CancellationToken ct)
    {
        if (connections.Find(connectionId) is not { } connection) return;
        var mine = watched.GetOrAdd(connectionId, _ => []);
        lock (mine)
        {
            if (!mine.Contains(stream) && mine.Count == StreamsAtMost) throw new HubException("too-many-streams");
        }
        var watcher = new Watcher(connection, clock) { Cursor = Math.Max(0, after) };
        StreamWatchers list;
        do
        {
            await Replay(watcher, stream, mediator, ct);
            list = streams.GetOrAdd(stream, _ => new());
        }
        while (!list.TryJoin(watcher));
        lock (mine) mine.Add(stream);
        // It may have gone while it was catching up.
        if (connections.Find(connectionId) is null) Leave(connectionId);
    }

    public void Leave(string connectionId)
    {
        if (!watched.TryRemove(connectionId, out var mine)) return;
        lock (mine)
        {
            foreach (var stream in mine)
                if (streams.TryGetValue(stream, out var list)) list.Leave(connectionId);
        }
    }

    public Task Hear(string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct)
    {
        streams.GetOrAdd(stream, _ => new()).Tell(events);
        return Task.CompletedTask;
    }

    static async Task Replay(Watcher watcher, string stream, IMediator mediator, CancellationToken ct)
    {
        while (true)
        {
            var missed = await mediator.Send(new ReadStream(stream, watcher.Cursor, EventsAtOnce), ct);
            if (missed.Refused) throw new HubException(missed.Why.Code);
            if (missed.Value.Count is 0) return;
            await watcher.GiveAndWait(Watcher.FrameOf(missed.Value), ct);
            watcher.Cursor = missed.Value[^1].Sequence;
        }
    }
}
