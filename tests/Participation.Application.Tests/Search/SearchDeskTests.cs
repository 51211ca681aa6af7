using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Application.Ledger;
using Participation.Application.Papers;
using Participation.Application.Plans;
using Participation.Application.Search;
using Participation.Application.Tests.Answering;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Search;

public abstract class SearchDeskTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Theory]
    [InlineData("堤")]
    [InlineData("防潮")]
    [InlineData("ぼうちょう堤 防潮", false)]
    public async Task Opinions_are_found_by_one_character_and_by_two_with_the_way_to_their_submission(string query, bool there = true)
    {
        var slug = await app.Announce();
        var receipt = await app.Submit(slug, "港町の防潮堤を低くしてほしい");
        await CatchUp();
        var hits = (await Find(new(query, "opinion", slug))).Items;
        if (!there)
        {
            Assert.Empty(hits);
            return;
        }
        var hit = Assert.Single(hits);
        Assert.Equal((receipt.ReceiptNumber, 1, SubmissionStatus.Accepted), (hit.Receipt, hit.Ordinal, hit.Status));
        Assert.Contains(hit.Snippet, p => p.Marked);
    }

    [Fact]
    public async Task What_is_late_or_out_of_scope_is_found_by_staff_and_by_nobody_else()
    {
        var slug = await app.Announce();
        var outside = await app.Submit(slug, "鯨の話はこの計画の外です");
        await PutOut(slug, outside.ReceiptNumber);
        var clock = app.Clock.Now;
        app.Clock.Now = new(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);
        await app.Submit(slug, "鯨の話がおそく届きました");
        app.Clock.Now = clock;
        await CatchUp();
        Assert.Equal([SubmissionStatus.Late, SubmissionStatus.OutOfScope], (await Find(new("鯨", "held", slug))).Items.Select(h => h.Status));
        Assert.Empty((await Find(new("鯨", "opinion", slug))).Items);
        Assert.True((await app.Send(new SearchSite("鯨", Limit: 50))).Value.Groups.All(g => g.Items.All(h => h.Slug != slug)));
        Assert.DoesNotContain((await app.Send(new SearchSite("鯨"))).Value.Groups, g => g.Kind is "held");

        // Back in scope it is found where the others are.
        await PutOut(slug, outside.ReceiptNumber, back: true);
        await CatchUp();
        Assert.Equal(SubmissionStatus.Late, Assert.Single((await Find(new("鯨", "held", slug))).Items).Status);
        Assert.Single((await Find(new("鯨", "opinion", slug))).Items);
    }

    [Fact]
    public async Task Groups_are_found_by_what_stands_for_them_by_their_name_and_by_notes_on_them()
    {
        var slug = await app.Announce();
        foreach (var _ in new[] { 1, 2 }) await app.Submit(slug, "歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。");
        foreach (var _ in new[] { 1, 2 }) await app.Submit(slug, "港の広場を市の立たない日にも使えるようにしてください。屋根もほしいです。");
        await CatchUp();
        await app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, default);
        var groups = (await app.Send(new ListGroups(slug), TestApp.Staff)).Value.Items;
        var (walk, square) = (groups.Single(g => g.Text.StartsWith('歩')), groups.Single(g => g.Text.StartsWith('港')));
        Assert.Equal(walk.Number, Assert.Single((await Find(new("除雪", "group", slug))).Items).Group);
        await app.Send(new RenameGroup(slug, new(square.Number, square.Version), "ヒロバの使い方"), TestApp.Staff);
        await app.Send(new AddGroupNote(slug, walk.Number, "道路課の佐藤さんと相談中"), TestApp.Staff);
        Assert.Equal(square.Number, Assert.Single((await Find(new("ひろば", "group", slug))).Items).Group);
        Assert.Equal(walk.Number, Assert.Single((await Find(new("相談", "group", slug))).Items).Group);
        // Of two groups that became one, either's words find it.
        var seen = (await app.Send(new ListGroups(slug), TestApp.Staff)).Value.Items.OrderBy(g => g.Number).Select(g => new GroupSeen(g.Number, g.Version)).ToList();
        var merged = (await app.Send(new MergeGroups(slug, seen), TestApp.Staff)).Value;
        foreach (var word in new[] { "除雪", "屋根", "相談" }) Assert.Equal((merged.Group, 4), (Assert.Single((await Find(new(word, "group", slug))).Items) is var hit ? (hit.Group, hit.Total) : default));
    }

    [Fact]
    public async Task A_submission_is_found_by_its_receipt_and_by_a_note_and_a_plan_by_its_words()
    {
        var slug = await app.Announce();
        await app.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes("# 港\n\n灯台を直します。\n")), TestApp.Staff);
        var receipt = (await app.Submit(slug, "声")).ReceiptNumber;
        await app.Send(new AddStaffNote(slug, receipt, "電話で確認しました"), TestApp.Staff);
        await CatchUp();
        Assert.Equal(receipt, Assert.Single((await Find(new(receipt, "submission", slug))).Items).Receipt);
        var noted = Assert.Single((await Find(new("確認", "submission", slug))).Items);
        Assert.Equal((receipt, true), (noted.Receipt, noted.Snippet.Any(p => p is { Marked: true, Text: "確認" })));
        Assert.NotNull(Assert.Single((await Find(new("灯", "plan", slug))).Items).Anchor);
    }

    [Fact]
    public async Task What_the_city_wrote_and_what_was_put_before_the_council_are_found_with_the_way_to_them()
    {
        var clock = app.Clock.Now;
        var (slug, _) = await app.Answering("歩道を広げてください。", "図書館を夜も開けてください。");
        var rows = (await app.Board(slug)).Items;
        await app.Draft(slug, rows[0], "雪あかりの小道は、次の冬までにつくります。");
        await app.Draft(slug, rows[1], "カイカン時間を延ばします。");
        await app.Send(new MakePack(slug, PackKind.Council, "総務常任委員会 第三回"), TestApp.Staff);
        app.Clock.Now = clock;
        var hit = Assert.Single((await Find(new("雪あかり 小道", "answer", slug))).Items);
        Assert.Equal((rows[0].Number, true), (hit.Answer, hit.Snippet.Any(p => p.Marked)));
        Assert.Equal(rows[1].Number, Assert.Single((await Find(new("かいかん", "answer", slug))).Items).Answer);
        Assert.Equal((2, 1), (await Find(new("概要", "answer", slug, Limit: 1)) is var first ? (first.Count, first.Items.Count) : default));
        Assert.Equal(rows[1].Number, Assert.Single((await Find(new("概要", "answer", slug, After: first.Next))).Items).Answer);
        Assert.NotNull(Assert.Single((await Find(new("委員", "pack", slug))).Items).Pack);
        Assert.Equal(0, (await Find(new("概要", "answer", slug, Channel.Web))).Count);
    }

    [Fact]
    public async Task A_channel_and_a_consultation_narrow_what_is_found_and_pages_lead_on()
    {
        var (slug, other) = (await app.Announce(), await app.Announce());
        foreach (var i in Enumerable.Range(0, 5)) await app.Submit(slug, $"珊瑚の話その{i}");
        await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("珊瑚の話を紙で")], Channel.Counter, new DateOnly(2026, 1, 5)), TestApp.Staff);
        await app.Submit(other, "珊瑚の話はここでも");
        await CatchUp();
        Assert.Equal(6, (await Find(new("珊瑚", "opinion", slug))).Count);
        Assert.Equal(7, (await Find(new("珊瑚", "opinion"))).Count);
        Assert.Equal(Channel.Counter, Assert.Single((await Find(new("珊瑚", "opinion", slug, Channel.Counter))).Items).Channel);
        var first = await Find(new("珊瑚", "opinion", slug, Limit: 4));
        var rest = await Find(new("珊瑚", "opinion", slug, After: first.Next, Limit: 4));
        Assert.Equal((4, 2, null), (first.Items.Count, rest.Items.Count, rest.Next));
        Assert.Empty(first.Items.Select(h => h.Sequence).Intersect(rest.Items.Select(h => h.Sequence)));
    }

    [Fact]
    public async Task What_is_masked_is_found_by_nobody()
    {
        var slug = await app.Announce();
        var receipt = (await app.Submit(slug, "菊池花子です。歩道を広げてください。")).ReceiptNumber;
        await CatchUp();
        Assert.Single((await Find(new("花子", "opinion", slug))).Items);
        var opinion = (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value.Opinions[0];
        Assert.False((await app.Send(new MaskOpinion(slug, receipt, opinion.Id, [new TextStretch(0, 4)], null, opinion.Version), TestApp.Staff)).Refused);
        await CatchUp();
        Assert.Empty((await Find(new("花子", "opinion", slug))).Items);
        Assert.Single((await Find(new("歩道", "opinion", slug))).Items);
    }

    [Fact]
    public async Task Staff_of_another_space_find_nothing_of_it_and_who_is_no_staff_may_not_ask()
    {
        var slug = await app.Announce();
        await app.Submit(slug, "海鞘の話");
        await CatchUp();
        var elsewhere = new Caller { ActorId = "s", UserId = "s", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, "elsewhere") } };
        var found = (await app.Send(new SearchDesk("海鞘"), elsewhere)).Value;
        Assert.All(found.Groups, g => Assert.Equal(0, g.Count));
        Assert.Empty(found.Consultations);
        Assert.Equal(Refusal.NotFound, (await app.Send(new SearchDesk("海鞘", Slug: slug), elsewhere)).Why);
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new SearchDesk("海鞘"))).Why);
        Assert.Equal("search-kind-unknown", (await app.Send(new SearchDesk("海鞘", "secrets"), TestApp.Staff)).Why!.Code);
    }

    async Task PutOut(string slug, string receipt, bool back = false)
    {
        var opinion = (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value.Opinions[0];
        Assert.False((await app.Send(new ScopeOpinion(slug, receipt, opinion.Id, !back, back ? null : "計画の外", opinion.Version), TestApp.Staff)).Refused);
    }

    Task CatchUp() => app.Services.GetRequiredService<SearchIndexer>().CatchUp(0, default);

    async Task<DeskGroup> Find(SearchDesk ask) => (await app.Send(ask, TestApp.Staff)).Value.Groups.Single(g => g.Kind == ask.Kind);
}

public sealed class SearchDeskOnSqlite(OnSqlite engine) : SearchDeskTests(engine), IClassFixture<OnSqlite>;

public sealed class SearchDeskOnPostgres(OnPostgres engine) : SearchDeskTests(engine), IClassFixture<OnPostgres>;
