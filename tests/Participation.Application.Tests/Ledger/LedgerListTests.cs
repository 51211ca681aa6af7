using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Application.Ledger;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Ledger;

public abstract class LedgerListTests(EngineFixture engine)
{
    static readonly DateOnly Day = new(2026, 1, 5);
    static readonly LedgerFilter Ungrouped = new(Ungrouped: true);

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Pages_lead_on_and_back_without_a_gap_or_a_double()
    {
        var slug = await app.Announce();
        foreach (var i in Enumerable.Range(0, 7)) await app.Submit(slug, $"声{i}");
        var (forwards, places) = (new List<string>(), new List<long?>());
        LedgerSlice slice;
        for (long? after = null; ; after = slice.Newer)
        {
            slice = await Find(slug, LedgerFilter.None, after: after, limit: 3);
            forwards.AddRange(slice.Lines.Select(l => l.Words));
            places.Add(slice.Older);
            if (slice.Newer is null) break;
        }
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"声{i}"), forwards);
        Assert.Null(places[0]);

        var backwards = new List<string>();
        for (var before = slice.Older; before is not null; before = slice.Older)
        {
            slice = await Find(slug, LedgerFilter.None, before: before, limit: 3);
            backwards.InsertRange(0, slice.Lines.Select(l => l.Words));
        }
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"声{i}"), backwards);
    }

    [Fact]
    public async Task Each_filter_finds_its_own_and_says_how_many()
    {
        var slug = await app.Announce(a => a with { Channels = [new(Channel.Web), new(Channel.Fax), new(Channel.Post, DeadlineRule.Postmark)] });
        await app.Submit(slug, "ウェブ");
        await Paper(slug, Channel.Fax, "ファクス");
        var post = await Paper(slug, Channel.Post, "郵送");
        var person = await app.Member();
        Assert.False((await app.Send(new AssignSubmission(slug, post, null, person.ActorId, 0), TestApp.Staff)).Refused);

        Assert.Equal(["ファクス"], await Words(slug, new(Channel: Channel.Fax)));
        Assert.Equal(["郵送"], await Words(slug, new(Hands: Hands.Mine), person));
        Assert.Equal(["ウェブ", "ファクス"], await Words(slug, new(Hands: Hands.Nobodys)));
        Assert.Equal(["ファクス"], await Words(slug, new(Channel: Channel.Fax, Hands: Hands.Nobodys, Status: SubmissionStatus.Accepted)));
        Assert.Empty(await Words(slug, new(Status: SubmissionStatus.Late)));
        var figures = (await Find(slug, LedgerFilter.None, caller: person)).Figures;
        Assert.Equal((3, 1, 2, 1, 0), (figures.All, figures.Mine, figures.Nobodys, figures.ByChannel[Channel.Fax], figures.Late));
    }

    [Fact]
    public async Task What_came_late_or_was_withdrawn_stands_in_the_ledger_and_in_lists_of_its_own()
    {
        var slug = await app.Announce();
        var back = await app.Submit(slug, "取り下げる");
        await app.Send(new WithdrawSubmission(back.ReceiptNumber, back.ReceiptSecret));
        var clock = app.Clock.Now;
        app.Clock.Now = new(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);
        await app.Submit(slug, "おそい");
        app.Clock.Now = clock;
        Assert.Equal(["おそい"], await Words(slug, new(Status: SubmissionStatus.Late)));
        Assert.Equal(["取り下げる"], await Words(slug, new(Status: SubmissionStatus.Withdrawn)));
        var figures = (await Find(slug, LedgerFilter.None)).Figures;
        Assert.Equal((2, 1, 1), (figures.All, figures.Late, figures.Withdrawn));
    }

    [Fact]
    public async Task A_section_finds_what_is_said_on_it_and_within_it_each_submission_once()
    {
        var slug = await app.Announce();
        await app.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes("# 港\n\n港を明るくします。\n\n## 灯台\n\n灯台を直します。\n\n# 道\n\n道を広げます。\n")), TestApp.Staff);
        var sections = (await app.Send(new GetPlan(slug))).Value.Sections.SelectMany(s => s.All()).ToDictionary(s => s.Title, s => s.Anchor);
        foreach (var (words, places) in new (string, string[])[] { ("両方", ["灯台", "港"]), ("道だけ", ["道"]), ("港だけ", ["港"]), ("灯台だけ", ["灯台"]) })
            await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [.. places.Select(p => new OpinionDraft(words, sections[p]))]));

        Assert.Equal(["両方", "港だけ", "灯台だけ"], await Words(slug, new(Section: sections["港"])));
        Assert.Equal(["両方", "灯台だけ"], await Words(slug, new(Section: sections["灯台"])));
        var first = await Find(slug, new(Section: sections["港"]), limit: 1);
        var second = await Find(slug, new(Section: sections["港"]), after: first.Newer, limit: 1);
        Assert.Equal("港だけ", Assert.Single(second.Lines).Words);
        Assert.Equal("両方", Assert.Single((await Find(slug, new(Section: sections["港"]), before: second.Older, limit: 1)).Lines).Words);
    }

    [Fact]
    public async Task What_stands_in_no_group_is_found_until_it_stands_in_one_and_again_when_it_is_taken_out()
    {
        const string like = "歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。";
        var slug = await app.Announce();
        await app.Submit(slug, "港の広場を市の立たない日にも使えるようにしてください。");
        await app.Submit(slug, like);
        await app.Submit(slug, "図書館の閉館を夜九時まで延ばしてください。勉強する場所がありません。");
        // The grouper works beside the test: what is asked before a second of its like has come holds whenever it comes round.
        Assert.Equal(["港の広場を", "歩道を広げ", "図書館の閉"], (await Words(slug, Ungrouped)).Select(w => w[..5]));
        await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new(like), new("川沿いの桜並木の下草を、花見の前に刈ってほしいと思います。")]));
        var back = await app.Submit(slug, "取り下げる意見は、どのグループにもなく、数えもしません。");
        await app.Send(new WithdrawSubmission(back.ReceiptNumber, back.ReceiptSecret));
        await CatchUp();
        Assert.Equal(["港の広場を", "図書館の閉", "歩道を広げ"], (await Words(slug, Ungrouped)).Select(w => w[..5]));
        var group = Assert.Single((await app.Send(new ListGroups(slug), TestApp.Staff)).Value.Items);
        var member = (await app.Send(new ShowGroup(slug, group.Number), TestApp.Staff)).Value.Members.Items[0];
        var split = await app.Send(new SplitGroup(slug, new(group.Number, group.Version), [member.Sequence], []), TestApp.Staff);
        Assert.Equal(["港の広場を", "歩道を広げ", "図書館の閉", "歩道を広げ"], (await Words(slug, Ungrouped)).Select(w => w[..5]));
        await app.Send(new UndoStep(slug, split.Value.Step), TestApp.Staff);
        Assert.Equal(3, (await Words(slug, Ungrouped)).Count());

        // Page by page, and in a section that nobody spoke of.
        var first = await Find(slug, Ungrouped, limit: 2);
        Assert.Equal(2, first.Lines.Count);
        Assert.Single((await Find(slug, Ungrouped, after: first.Newer, limit: 2)).Lines);
        Assert.Empty(await Words(slug, Ungrouped with { Section = "nowhere" }));
    }

    [Fact]
    public async Task A_page_of_many_asks_no_more_questions_than_a_page_of_one()
    {
        var (one, many) = (await app.Announce(), await app.Announce());
        await app.Submit(one);
        foreach (var i in Enumerable.Range(0, 20)) await app.Submit(many, $"声{i}");
        // A node forgets what it kept of a call when it hears of its change, which may be after its own answer.
        await app.HearAll();
        foreach (var slug in new[] { one, many }) await Find(slug, LedgerFilter.None);
        var (few, lots) = (await Commands.CountOf(() => Find(one, LedgerFilter.None)), await Commands.CountOf(() => Find(many, LedgerFilter.None)));
        Assert.Equal(few, lots);
    }

    [Fact]
    public async Task Staff_of_another_space_see_nothing_of_it()
    {
        var slug = await app.Announce();
        var other = new Caller { ActorId = "o", UserId = "o", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, "elsewhere") } };
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new FindSubmissions(slug, LedgerFilter.None), other)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new ListDesk(slug), other)).Why);
    }

    Task CatchUp() => app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, default);

    async Task<string> Paper(string slug, Channel channel, string words) =>
        (await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new(words)], channel, Day), TestApp.Staff)).Value.ReceiptNumber;

    async Task<LedgerSlice> Find(string slug, LedgerFilter filter, Caller? caller = null, long? after = null, long? before = null, int limit = 50) =>
        (await app.Send(new FindSubmissions(slug, filter, after, before, limit), caller ?? TestApp.Staff)).Value;

    async Task<IEnumerable<string>> Words(string slug, LedgerFilter filter, Caller? caller = null) => (await Find(slug, filter, caller)).Lines.Select(l => l.Words);
}

public sealed class LedgerListOnSqlite(OnSqlite engine) : LedgerListTests(engine), IClassFixture<OnSqlite>;

public sealed class LedgerListOnPostgres(OnPostgres engine) : LedgerListTests(engine), IClassFixture<OnPostgres>;
