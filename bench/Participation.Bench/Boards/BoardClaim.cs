using System.Diagnostics;
using System.Globalization;
using Participation.Bench.Running;

namespace Participation.Bench.Boards;

/// <summary>
/// Three hundred phones join a hall within ninety seconds, then each writes or moves a note every two seconds for a minute: from an act
/// to the last screen, against a bare relay of the same notes. A fifth are cut off and come back; at the end every screen shows what
/// somebody sees who joins just then. Then twenty boards of fifty at once, against the same relay.
/// </summary>
static class BoardClaim
{
    const int Phones = 300;
    static readonly TimeSpan Joining = TimeSpan.FromSeconds(90);
    static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Cutting = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    const int Boards = 20, PhonesOfEach = 50;

    public static async Task Measure()
    {
        using var folder = new TempFolder();
        var halls = new List<Hall>();
        await using var real = await RealProgram.OnSqlite(folder.Path, async program => halls.AddRange(await Hall.Open(program, 1 + Boards)));
        var (frames, book, hall) = (new BoardFrames(), new ActBook(), halls[0]);
        // A program's first second is not a hall's: one phone has come before the others, to another board.
        foreach (var first in (await Join(halls[1], real.Port, 1, TimeSpan.Zero, frames, book)).Phones) await first.DisposeAsync();
        var (phones, joins) = await Join(hall, real.Port, Phones, Joining, frames, book);
        Print.Figure("board-join-p50", At(joins, 0.5), "ms");
        Print.Figure("board-join-p99", At(joins, 0.99), "ms");
        Print.Figure("board-join-longest", joins[^1], "ms");

        var crowd = Real(hall, phones, book);
        await crowd.Act(Minute);
        var (ours, open) = await Settled(book);
        var bare = await Bare(frames, boards: 1, Phones, Minute);
        PrintSide("board", ours, open);
        PrintSide("board-bare", bare, 0);
        Print.Figure("board-refused", crowd.Refused, "acts");
        Print.Ratio("board", At(ours, 0.99) / At(bare, 0.99));

        await Task.WhenAll(crowd.Act(Cutting), CutSome(phones));
        Print.Ratio("board-equal", await Equal(hall, real.Port, phones, frames));
        Print.Figure("board-gaps", phones.Sum(p => p.Gaps), "events");
        foreach (var phone in phones) await phone.DisposeAsync();
        await Many(real.Port, halls[1..], frames);
    }

    static async Task<(List<Phone> Phones, double[] Times)> Join(Hall hall, int port, int count, TimeSpan within, BoardFrames frames, ActBook book)
    {
        var joined = await Task.WhenAll(Enumerable.Range(0, count).Select(async i =>
        {
            await Task.Delay(within * ((double)i / count));
            var begun = Stopwatch.GetTimestamp();
            var phone = new Phone(port, hall.Stream, await hall.Join(), hall.Head, frames, book);
            await phone.Connect();
            return (Phone: phone, Time: Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }));
        return ([.. joined.Select(j => j.Phone)], [.. joined.Select(j => j.Time).Order()]);
    }

    static Crowd Real(Hall hall, List<Phone> phones, ActBook book) => new(phones, book, (phone, id, note, writes) => writes
        ? phone.Ask("WriteNote", hall.Code, id, hall.Board, note.Column, note.Text, "yellow")
        : phone.Ask("MoveNote", hall.Code, id, note.Column, note.Position, Guid.NewGuid().ToString("N")));

    static async Task<double[]> Bare(BoardFrames frames, int boards, int phonesOfEach, TimeSpan forSo)
    {
        var (port, book) = (Ports.Free(), new ActBook());
        await using var relay = await ChildProcess.Self("bare-relay", port.ToString(CultureInfo.InvariantCulture));
        var crowds = new List<(Crowd Crowd, List<Phone> Phones)>();
        for (var i = 0; i < boards; i++)
        {
            var (stream, board) = ($"board:bare{i}", Guid.NewGuid());
            var phones = Enumerable.Range(0, phonesOfEach).Select(_ => new Phone(port, stream, null, 0, frames, book)).ToList();
            foreach (var phone in phones) await phone.Connect();
            crowds.Add((new Crowd(phones, book, (phone, _, note, _) => phone.Ask("Relay", stream, new
            {
                note.Id, board, note.Column, note.Position, colour = "yellow", note.Text, parked = false, answered = false, note.Version,
            })), phones));
        }
        await Task.WhenAll(crowds.Select(c => c.Crowd.Act(forSo)));
        var (times, open) = await Settled(book);
        if (open > 0) throw new BenchException($"{open} acts never came to every screen of the bare relay.");
        foreach (var phone in crowds.SelectMany(c => c.Phones)) await phone.DisposeAsync();
        return times;
    }

    static async Task<(double[] Times, int Open)> Settled(ActBook book)
    {
        await Until(() => book.Open is 0);
        return book.Take();
    }

    /// <summary>Or until it is plain that it will not be.</summary>
    static async Task Until(Func<bool> so)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!so() && Stopwatch.GetElapsedTime(begun) < Patience) await Task.Delay(50);
    }

    static Task CutSome(List<Phone> phones)
    {
        var chance = new Random(7);
        return Task.WhenAll(phones.Where(_ => chance.Next(5) is 0).ToList().Select(async phone =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2 + chance.NextDouble() * 12));
            await phone.Cut();
            await Task.Delay(TimeSpan.FromSeconds(0.5 + chance.NextDouble() * 2.5));
            await phone.Connect();
        }));
    }

    /// <summary>The share of screens that show what somebody is shown who comes now.</summary>
    static async Task<double> Equal(Hall hall, int port, List<Phone> phones, BoardFrames frames)
    {
        await using var late = new Phone(port, hall.Stream, null, 0, frames, new());
        await late.Connect();
        await Until(() => phones.TrueForAll(p => p.Last >= late.Last));
        var equal = phones.Count(p => p.Screen.Count == late.Screen.Count && p.Screen.All(n => late.Screen.TryGetValue(n.Key, out var note) && note == n.Value));
        Print.Note($"{late.Screen.Count} notes on the board, {equal} of {phones.Count} screens show them");
        return late.Screen.IsEmpty ? 0 : (double)equal / phones.Count;
    }

    static async Task Many(int port, List<Hall> halls, BoardFrames frames)
    {
        var book = new ActBook();
        var crowds = new List<(Crowd Crowd, List<Phone> Phones)>();
        foreach (var hall in halls)
        {
            var (phones, _) = await Join(hall, port, PhonesOfEach, TimeSpan.FromSeconds(2), frames, book);
            crowds.Add((Real(hall, phones, book), phones));
        }
        await Task.WhenAll(crowds.Select(c => c.Crowd.Act(Minute / 2)));
        var (times, open) = await Settled(book);
        foreach (var phone in crowds.SelectMany(c => c.Phones)) await phone.DisposeAsync();
        var bare = await Bare(frames, Boards, PhonesOfEach, Minute / 2);
        PrintSide("boards", times, open);
        PrintSide("boards-bare", bare, 0);
        Print.Ratio("boards", At(times, 0.99) / At(bare, 0.99));
    }

    static void PrintSide(string side, double[] times, int open)
    {
        Print.Figure($"{side}-acts", times.Length, "acts");
        Print.Figure($"{side}-p50", At(times, 0.5), "ms");
        Print.Figure($"{side}-p99", At(times, 0.99), "ms");
        Print.Figure($"{side}-unseen", open, "acts");
    }

    static double At(double[] sorted, double share) => sorted.Length is 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
