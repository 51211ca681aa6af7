using System.Text.Json;

namespace Participation.Bench.Boards;

/// <summary>A note as a screen shows it.</summary>
readonly record struct NoteSeen(Guid Id, int Version, int Column, string Position, string Text);

/// <summary>A message of the hub: up to which sequence it tells, and the notes it shows.</summary>
sealed record BoardFrame(byte[] Bytes, long First, long Last, IReadOnlyList<NoteSeen> Notes);

/// <summary>
/// Frames as they were parsed. Every phone gets the same bytes, so for the next one they are only compared: three hundred phones read
/// for themselves, this process reads for all of them on the server's own machine.
/// </summary>
sealed class BoardFrames
{
    const int Kept = 64;

    readonly Lock gate = new();
    BoardFrame[] known = [];

    public BoardFrame Read(ReadOnlySpan<byte> message)
    {
        if (Among(Volatile.Read(ref known), message) is { } found) return found;
        lock (gate)
        {
            if (Among(known, message) is { } meanwhile) return meanwhile;
            var frame = Parse(message.ToArray());
            Volatile.Write(ref known, [.. known.TakeLast(Kept), frame]);
            return frame;
        }
    }

    static BoardFrame? Among(BoardFrame[] frames, ReadOnlySpan<byte> message)
    {
        for (var i = frames.Length - 1; i >= 0; i--)
            if (message.SequenceEqual(frames[i].Bytes)) return frames[i];
        return null;
    }

    static BoardFrame Parse(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var events = json.RootElement.GetProperty("arguments")[0];
        var notes = new List<NoteSeen>();
        foreach (var told in events.EnumerateArray())
            if (told.GetProperty("data").TryGetProperty("notes", out var shown))
                foreach (var note in shown.EnumerateArray())
                    notes.Add(new(note.GetProperty("id").GetGuid(), note.GetProperty("version").GetInt32(), note.GetProperty("column").GetInt32(),
                        note.GetProperty("position").GetString()!, note.GetProperty("text").GetString()!));
        return new(bytes, events[0].GetProperty("sequence").GetInt64(), events[events.GetArrayLength() - 1].GetProperty("sequence").GetInt64(), notes);
    }
}
