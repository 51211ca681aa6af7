using System.Text.Json;

namespace Participation.Bench.Feeding;

/// <summary>
/// What a process's watchers were told: each frame's newest event, and when the last of them had it. A frame is parsed once;
/// for the next watcher its bytes are only compared, or reading would cost more than what is measured.
/// </summary>
sealed class FrameBook
{
    readonly Lock gate = new();
    Known[] known = [];
    long missed, doubled;

    public long Missed => Interlocked.Read(ref missed);

    public long Doubled => Interlocked.Read(ref doubled);

    /// <returns>The last sequence the watcher now has.</returns>
    public long Note(ReadOnlySpan<byte> message, long last)
    {
        var frame = Find(message);
        var now = DateTimeOffset.UtcNow.UtcTicks;
        Interlocked.Increment(ref frame.Watchers);
        for (long seen; (seen = Interlocked.Read(ref frame.LastAt)) < now;)
            if (Interlocked.CompareExchange(ref frame.LastAt, now, seen) == seen) break;
        if (frame.First > last + 1) Interlocked.Add(ref missed, frame.First - last - 1);
        if (frame.First <= last) Interlocked.Add(ref doubled, Math.Min(last, frame.Last) - frame.First + 1);
        return Math.Max(last, frame.Last);
    }

    /// <summary>A line for each frame since the last time: its last sequence, when that was committed, when the last watcher had it, how many did, its bytes.</summary>
    public IEnumerable<string> TakeLines()
    {
        Known[] taken;
        lock (gate) (taken, known) = (known, []);
        return taken.Select(f => $"frame {f.Last} {f.CommittedAt} {f.LastAt} {f.Watchers} {f.Bytes.Length}");
    }

    Known Find(ReadOnlySpan<byte> message)
    {
        if (Among(Volatile.Read(ref known), message) is { } found) return found;
        lock (gate)
        {
            if (Among(known, message) is { } meanwhile) return meanwhile;
            var frame = Known.Parse(message);
            Volatile.Write(ref known, [.. known, frame]);
            return frame;
        }
    }

    /// <summary>The newest first: it is nearly always that one.</summary>
    static Known? Among(Known[] frames, ReadOnlySpan<byte> message)
    {
        for (var i = frames.Length - 1; i >= 0; i--)
            if (message.SequenceEqual(frames[i].Bytes)) return frames[i];
        return null;
    }

    sealed class Known
    {
        public byte[] Bytes = [];
        public long First, Last, CommittedAt, LastAt, Watchers;

        public static Known Parse(ReadOnlySpan<byte> message)
        {
            var bytes = message.ToArray();
            using var json = JsonDocument.Parse(bytes);
            var events = json.RootElement.GetProperty("arguments")[0];
            var count = events.GetArrayLength();
            var newest = events[count - 1];
            var frame = new Known
            {
                Bytes = bytes, First = events[0].GetProperty("sequence").GetInt64(), Last = newest.GetProperty("sequence").GetInt64(),
                CommittedAt = newest.GetProperty("at").GetDateTimeOffset().UtcTicks,
            };
            if (frame.Last - frame.First + 1 != count) throw new InvalidDataException($"{count} events from {frame.First} to {frame.Last}.");
            return frame;
        }
    }
}
