using System.Diagnostics;
using System.Net.WebSockets;

namespace Participation.Bench.Boards;

/// <summary>People at one board: each does something every two seconds, to a note of their own.</summary>
sealed class Crowd(IReadOnlyList<Phone> phones, ActBook book, Func<Phone, Guid, NoteSeen, bool, Task<string>> act)
{
    /// <summary>So that a board of three hundred stays under the thousand notes that it may have.</summary>
    const int NotesOfOne = 3;
    const string Digits = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    readonly Dictionary<Phone, List<NoteSeen>> own = phones.ToDictionary(p => p, _ => new List<NoteSeen>());

    public int Refused;

    public Task Act(TimeSpan forSo) => Task.WhenAll(phones.Select((phone, i) => Act(phone, i, forSo)));

    async Task Act(Phone phone, int number, TimeSpan forSo)
    {
        var chance = new Random(number);
        await Task.Delay(Pace * chance.NextDouble());
        using var tick = new PeriodicTimer(Pace);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < forSo; await tick.WaitForNextTickAsync()) await ActOnce(phone, chance);
    }

    async Task ActOnce(Phone phone, Random chance)
    {
        var notes = own[phone];
        var writes = notes.Count is 0 || (notes.Count < NotesOfOne && chance.Next(3) is 0);
        var at = writes ? notes.Count : chance.Next(notes.Count);
        var place = string.Concat(Enumerable.Range(0, 8).Select(_ => Digits[chance.Next(Digits.Length)]));
        var note = writes
            ? new NoteSeen(Guid.NewGuid(), 0, chance.Next(2), place, "夜も歩ける明るい通りにしたい")
            : notes[at] with { Version = notes[at].Version + 1, Column = chance.Next(2), Position = place };
        book.Begin(note.Id, note.Version, phones.Count);
        try
        {
            var answer = await act(phone, note.Id, note, writes);
            if (answer.Contains("\"refused\":\"", StringComparison.Ordinal) || answer.Contains("\"error\"", StringComparison.Ordinal)) Interlocked.Increment(ref Refused);
            else if (writes) notes.Add(note);
            else notes[at] = note;
        }
        catch (Exception lost) when (lost is OperationCanceledException or TimeoutException or InvalidOperationException or WebSocketException)
        {
            // Cut off while it asked: whether it was done is seen when the board comes again.
            own[phone] = [.. notes.Select(n => phone.Screen.GetValueOrDefault(n.Id, n))];
        }
    }
}
