using System.Text;
using System.Xml.Linq;
using Participation.Application.Boards;
using Participation.Application.Consultations;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>Notes that become two, and notes that are linked.</summary>
public abstract class TyingTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_note_split_in_two_keeps_dots_stack_and_links_on_the_first_and_both_are_its_writers()
    {
        var hall = await Hall.Open(app);
        var (writer, other) = (await hall.Join(), await hall.Join());
        var (note, below, mate) = (await writer.Writes("歩ける道\n\n本屋"), await writer.Writes("つぎの声"), await other.Writes("図書館"));
        await hall.GoTo(BoardStage.Vote);
        await other.Dots(note);
        await hall.GoTo(BoardStage.Cluster);
        var stack = Guid.NewGuid();
        await app.Send(new StackNotes(hall.Code, other.Key, stack, [note], "町"));
        await app.Send(new LinkNotes(hall.Code, other.Key, note, mate));
        var part = Guid.NewGuid();
        Assert.Equal("not-your-note", (await Split(hall, other, note, part)).Why!.Code);
        Assert.False((await Split(hall, writer, note, part)).Refused);
        // Sent again after a lost answer it is no second split.
        Assert.False((await Split(hall, writer, note, part)).Refused);

        await hall.GoTo(BoardStage.Collect);
        var seen = await writer.Sees();
        Assert.Equal(["歩ける道", "本屋", "つぎの声", "図書館"], seen.In(hall.Board, 0).Select(n => n.Text));
        var (first, second) = (seen.Notes.Single(n => n.Id == note), seen.Notes.Single(n => n.Id == part));
        Assert.Equal((stack, (Guid?)null), (first.Cluster, second.Cluster));
        Assert.Equal([mate], first.Links);
        Assert.Null(second.Links);
        Assert.Equal((1, 0), (seen.Dots!.GetValueOrDefault(note), seen.Dots!.GetValueOrDefault(part)));
        Assert.Equal([note, part, below], seen.Mine);
        Assert.DoesNotContain(part, (await other.Sees()).Mine);
        Assert.False((await app.Send(new EditNote(hall.Code, writer.Key, part, "古本屋", NoteColour.Blue))).Refused);
    }

    [Theory]
    [InlineData("上", null, "split-where")]
    [InlineData(" ", "下", "split-where")]
    [InlineData("上", "long", "text-too-long")]
    public async Task What_makes_no_two_notes_is_refused_and_the_note_stays_whole(string first, string? second, string code)
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var note = await phone.Writes("上と下");
        var refused = await app.Send(new SplitNote(hall.Code, phone.Key, note, Guid.NewGuid(), first, second is "long" ? new string('あ', 999) : second));
        Assert.Equal(code, refused.Why!.Code);
        Assert.Equal("上と下", Assert.Single((await hall.Seen()).Notes).Text);
    }

    [Fact]
    public async Task A_note_that_was_split_in_the_dark_stays_in_the_dark()
    {
        var hall = await Hall.Open(app, hidden: true);
        var (writer, other) = (await hall.Join(), await hall.Join());
        var (note, part) = (await writer.Writes("ひみつの上\n\nひみつの下"), Guid.NewGuid());
        Assert.Equal(Refusal.NotFound, (await Split(hall, other, note, Guid.NewGuid())).Why);
        Assert.False((await Split(hall, writer, note, part)).Refused);
        Assert.Empty((await other.Sees()).Notes);
        Assert.DoesNotContain(part.ToString(), await hall.Told(), StringComparison.Ordinal);
        await hall.GoTo(BoardStage.Reveal);
        Assert.Equal(2, (await other.Sees()).Notes.Count);
        // What everybody has seen is not hidden again by being split.
        await hall.GoTo(BoardStage.CollectHidden);
        await Split(hall, writer, part, Guid.NewGuid());
        Assert.Equal(3, (await other.Sees()).Notes.Count);
    }

    [Fact]
    public async Task The_half_that_a_facilitator_split_off_is_still_its_writers_and_mutes_them()
    {
        var hall = await Hall.Open(app);
        var rude = await hall.Join();
        var (note, part) = (await rude.Writes("よい言葉\n\nひどい言葉"), Guid.NewGuid());
        Assert.False((await app.Send(new SplitNote(hall.Code, null, note, part, "よい言葉", "ひどい言葉"), Hall.Facilitator)).Refused);
        Assert.Contains(part, (await rude.Sees()).Mine);
        await app.Send(new TendNote(hall.Code, part, NoteTending.Mute), Hall.Facilitator);
        Assert.Equal("seat-muted", (await rude.TryWrite("まだ書く")).Why!.Code);
        Assert.Contains(NoteTending.Mute, (await app.Send(new GetConsole(hall.Code), Hall.Facilitator)).Value.Tended(note));
        await app.Send(new TendNote(hall.Code, note, NoteTending.Unmute), Hall.Facilitator);
        await rude.Writes("ごめんなさい");
    }

    [Fact]
    public async Task A_link_is_both_ends_and_out_of_sight_with_either_and_back_with_it()
    {
        var hall = await Hall.Open(app);
        var (one, other) = (await hall.Join(), await hall.Join());
        var (a, b, c) = (await one.Writes("橋"), await one.Writes("灯り"), await one.Writes("祭り"));
        Assert.Equal("not-at-this-stage", (await Link(hall, other, a, b)).Why!.Code);
        await hall.GoTo(BoardStage.Cluster);
        Assert.False((await Link(hall, other, a, b)).Refused);
        Assert.False((await Link(hall, one, b, a)).Refused);
        await Link(hall, one, b, c);
        Assert.Equal(["橋", "祭り"], await Linked(hall, b));
        Assert.Equal(["灯り"], await Linked(hall, a));

        await app.Send(new RemoveNote(hall.Code, one.Key, a));
        Assert.Equal(["祭り"], await Linked(hall, b));
        Assert.Equal("note-gone", (await Link(hall, one, a, c)).Why!.Code);
        await app.Send(new RemoveNote(hall.Code, one.Key, a, Gone: false));
        Assert.Equal(["橋", "祭り"], await Linked(hall, b));
        await app.Send(new TendNote(hall.Code, c, NoteTending.Hide), Hall.Facilitator);
        Assert.Equal(["橋"], await Linked(hall, b));
        Assert.Equal(Refusal.NotFound, (await Link(hall, one, a, c)).Why);
        await Link(hall, other, a, b, linked: false);
        Assert.Empty(await Linked(hall, b));
        Assert.Equal("notes-of-one-board", (await Link(hall, one, a, a)).Why!.Code);
    }

    [Fact]
    public async Task A_note_has_so_many_links_and_those_to_what_is_gone_are_not_counted()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var (hub, ends) = (await phone.Writes("まんなか"), new List<Guid>());
        for (var i = 0; i <= Note.LinksAtMost; i++) ends.Add(await phone.Writes($"はし{i}"));
        await hall.GoTo(BoardStage.Cluster);
        foreach (var end in ends.SkipLast(1)) Assert.False((await Link(hall, phone, end, hub)).Refused);
        Assert.Equal("links-full", (await Link(hall, phone, hub, ends[^1])).Why!.Code);
        await app.Send(new RemoveNote(hall.Code, phone.Key, ends[0]));
        Assert.False((await Link(hall, phone, hub, ends[^1])).Refused);
    }

    [Fact]
    public async Task A_link_sent_again_under_its_key_does_not_bring_back_what_was_taken_away()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var (a, b) = (await phone.Writes("橋"), await phone.Writes("灯り"));
        await hall.GoTo(BoardStage.Cluster);
        var link = new LinkNotes(hall.Code, phone.Key, a, b) { Key = "k1" };
        await app.Send(link);
        await Link(hall, phone, a, b, linked: false);
        Assert.False((await app.Send(link)).Refused);
        Assert.Empty(await Linked(hall, a));
    }

    [Fact]
    public async Task Links_stand_in_the_summary_in_words_and_in_its_picture_as_lines()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var (a, b, c) = (await phone.Writes("橋"), await phone.Writes("灯り", 1), await phone.Writes("ひどい言葉"));
        await hall.GoTo(BoardStage.Cluster);
        await Link(hall, phone, a, b);
        await Link(hall, phone, a, c);
        await app.Send(new TendNote(hall.Code, c, NoteTending.Hide), Hall.Facilitator);
        var summary = (await app.Send(new GetSummary(hall.Code), Hall.Facilitator)).Value;
        Assert.Equal([("橋", "灯り"), ("灯り", "橋")], summary.Boards[0].Loose.Select(n => (n.Text, Assert.Single(n.Linked))));
        using var csv = new MemoryStream();
        await app.Send(new WriteSummary(hall.Code, ReportFormat.Csv, csv), Hall.Facilitator);
        Assert.Equal("問い,まとまり,列,付箋,点,つながり", Encoding.UTF8.GetString(csv.ToArray()).TrimStart('\uFEFF').Split("\r\n")[0]);
        using var drawn = new MemoryStream();
        await app.Send(new DrawBoard(hall.Code, 0, drawn), Hall.Facilitator);
        drawn.Position = 0;
        Assert.Single(XDocument.Load(drawn).Descendants(), e => e.Name.LocalName is "path");
    }

    Task<Outcome<Done>> Split(Hall hall, Phone phone, Guid note, Guid part) => app.Send(new SplitNote(hall.Code, phone.Key, note, part, "歩ける道", "本屋"));

    Task<Outcome<Done>> Link(Hall hall, Phone phone, Guid one, Guid other, bool linked = true) => app.Send(new LinkNotes(hall.Code, phone.Key, one, other, linked));

    static async Task<IEnumerable<string>> Linked(Hall hall, Guid note)
    {
        var seen = await hall.Seen();
        return seen.LinkedWith(seen.Notes.Single(n => n.Id == note)).Select(n => n.Text);
    }
}

public sealed class TyingOnSqlite(OnSqlite engine) : TyingTests(engine), IClassFixture<OnSqlite>;

public sealed class TyingOnPostgres(OnPostgres engine) : TyingTests(engine), IClassFixture<OnPostgres>;
