using Participation.Application.Live;

namespace Participation.Web.Live;

/// <summary>The watchers of one stream. Joining and telling exclude each other, so nothing falls between them.</summary>
sealed class StreamWatchers
{
    readonly Lock gate = new();
    readonly Dictionary<string, Watcher> watchers = [];
    long head;

    /// <summary>Takes a watcher that has caught up; false when more was said meanwhile, and it must read on first.</summary>
    public bool TryJoin(Watcher watcher)
    {
        lock (gate)
        {
            if (watcher.Cursor < head) return false;
            watchers[watcher.ConnectionId] = watcher;
            return true;
        }
    }

    public void Leave(string connectionId)
    {
        lock (gate) watchers.Remove(connectionId);
    }

    public void Tell(IReadOnlyList<StreamEvent> events)
    {
        lock (gate)
        {
            head = events[^1].Sequence;
            var frame = Watcher.FrameOf(events);
            foreach (var watcher in watchers.Values)
            {
                if (watcher.Cursor >= head) continue;
                // One that read ahead of us while joining has some of these already.
                var whole = watcher.Cursor < events[0].Sequence;
                watcher.Give(whole ? frame : Watcher.FrameOf([.. events.Where(e => e.Sequence > watcher.Cursor)]));
                watcher.Cursor = head;
            }
        }
    }
}
