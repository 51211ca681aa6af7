using System.Diagnostics;
using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>Clusters that are suggested to whoever runs a session.</summary>
public abstract class SuggestingTests(EngineFixture engine)
{
    static readonly string[] Library = ["図書館を夜も開けてほしい", "夜の図書館で勉強したい", "図書館の席をふやして夜まで"];
    static readonly string[] Lamps = ["坂道の街灯が暗くてこわい", "街灯をふやして坂道を明るく"];

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Notes_that_are_alike_are_suggested_and_put_together_only_when_taken()
    {
        var hall = await Written([.. Library, .. Lamps, "祭りの夜店が楽しみ"]);
        var found = (await Ask(hall)).Value;
        Assert.Equal([Library.Order(), Lamps.Order()], found.Select(f => f.Notes.Select(n => n.Text).Order()));
        Assert.Contains("図書館", found[0].Words);
        Assert.All((await hall.Seen()).Notes, n => Assert.Null(n.Cluster));

        Assert.False((await Take(hall, found[1])).Refused);
        var seen = await hall.Seen();
        Assert.Equal(Lamps.Order(), seen.Notes.Where(n => n.Cluster is not null).Select(n => n.Text).Order());
        Assert.Equal(Library.Order(), Assert.Single((await Ask(hall)).Value).Notes.Select(n => n.Text).Order());
        // It was looked at as it was then: taken twice it is not taken.
        Assert.Equal(Refusal.ChangedMeanwhile, (await Take(hall, found[1])).Why);
    }

    [Fact]
    public async Task Several_are_taken_at_once_and_each_is_undone_and_taken_again()
    {
        var hall = await Written([.. Library, .. Lamps]);
        var found = (await Ask(hall)).Value;
        Assert.False((await Take(hall, [.. found])).Refused);
        Assert.Equal(2, (await hall.Seen()).Notes.Select(n => n.Cluster).Distinct().Count());
        var steps = (await app.Send(new GetConsole(hall.Code), Hall.Facilitator)).Value.Steps.Where(s => s.Deed is ConsoleDeed.Stack).ToList();
        Assert.Equal([2, 3], steps.Select(s => s.Count).Order());
        foreach (var step in steps) Assert.False((await app.Send(new UndoConsoleStep(hall.Code, step.Id), Hall.Facilitator)).Refused);
        Assert.All((await hall.Seen()).Notes, n => Assert.Null(n.Cluster));
        Assert.False((await Take(hall, (await Ask(hall)).Value[0])).Refused);
    }

    [Fact]
    public async Task What_is_in_the_dark_hidden_or_put_aside_is_in_no_suggestion()
    {
        var hall = await Hall.Open(app, hidden: true);
        var phone = await hall.Join();
        var notes = new List<Guid>();
        foreach (var text in Library) notes.Add(await phone.Writes(text));
        Assert.Equal("not-at-this-stage", (await Ask(hall)).Why!.Code);
        Assert.Equal("not-at-this-stage", (await app.Send(new TakeSuggestions(hall.Code, [notes]), Hall.Facilitator)).Why!.Code);
        await hall.GoTo(BoardStage.Cluster);
        await app.Send(new TendNote(hall.Code, notes[0], NoteTending.Hide), Hall.Facilitator);
        await app.Send(new TendNote(hall.Code, notes[1], NoteTending.Park), Hall.Facilitator);
        Assert.Empty((await Ask(hall)).Value);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new TakeSuggestions(hall.Code, [[notes[0], notes[2]]]), Hall.Facilitator)).Why);
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new SuggestClusters(hall.Code))).Why);
    }

    [Fact]
    public async Task Three_hundred_notes_are_looked_through_in_a_moment()
    {
        var subjects = new[] { "図書館", "街灯", "遊歩道", "バス停", "公園の遊具", "防潮堤", "商店街", "保育園", "灯台", "漁港の市場" };
        var wishes = new[] { "をふやしてほしい", "が古くて心配", "を夜も使いたい", "の前に椅子を置く", "を子どもと一緒に直したい", "の名前を募集する" };
        var hall = await Hall.Open(app);
        var lines = Enumerable.Range(0, 300).Select(i => $"{subjects[i % 10]}{wishes[i % 6]}{i / 60}番目").ToList();
        foreach (var some in lines.Chunk(150)) Assert.False((await app.Send(new TypeInNotes(hall.Code, hall.Board, 0, some), Hall.Facilitator)).Refused);
        await hall.GoTo(BoardStage.Cluster);
        await Ask(hall);
        var watch = Stopwatch.StartNew();
        var found = (await Ask(hall)).Value;
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        Assert.True(found.Count >= 5, $"{found.Count}");
    }

    async Task<Hall> Written(string[] texts)
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        foreach (var text in texts) await phone.Writes(text);
        await hall.GoTo(BoardStage.Cluster);
        return hall;
    }

    Task<Outcome<IReadOnlyList<SuggestedCluster>>> Ask(Hall hall) => app.Send(new SuggestClusters(hall.Code), Hall.Facilitator);

    Task<Outcome<Done>> Take(Hall hall, params SuggestedCluster[] suggested) =>
        app.Send(new TakeSuggestions(hall.Code, [.. suggested.Select(s => s.Notes.Select(n => n.Id).ToList())]), Hall.Facilitator);
}

public sealed class SuggestingOnSqlite(OnSqlite engine) : SuggestingTests(engine), IClassFixture<OnSqlite>;

public sealed class SuggestingOnPostgres(OnPostgres engine) : SuggestingTests(engine), IClassFixture<OnPostgres>;
