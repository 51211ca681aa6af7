using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.TestKit;

namespace Participation.Application.Tests.Grouping;

public abstract class ArrivingTests(EngineFixture engine)
{
    const string Letter = "大町に住む菊池です。歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。分担を書いてください。";
    const string Other = "港の広場を市の立たない日にも使えるようにしてください。屋根とベンチがあれば、お年寄りも子どもも一日過ごせます。";

    readonly TestApp app = engine.App;

    [Fact]
    public async Task The_same_words_and_letters_of_one_form_stand_together_without_anybody_asking_for_it()
    {
        var slug = await app.Announce();
        foreach (var text in new[] { Letter, Other, Letter.Replace("。", "。 ", StringComparison.Ordinal), Letter.Replace("菊池", "小笠原", StringComparison.Ordinal), $"{Other}！" })
            await app.Submit(slug, text);
        await Wait.Until(async () => (await Groups(slug)).Grouped is 5);
        var groups = (await Groups(slug)).Items;
        Assert.Equal([(3, GroupKind.Letter, Letter), (2, GroupKind.Same, Other)], groups.Select(g => (g.Total, g.Kind, g.Text)));

        var group = (await app.Send(new ShowGroup(slug, groups[0].Number), TestApp.Staff)).Value;
        Assert.Equal([Placing.First, Placing.Same, Placing.FormLetter], group.Members.Items.Select(m => m.Tier));
        var letter = group.Members.Items[2];
        Assert.InRange(letter.Likeness, 80, 99);
        Assert.Contains(letter.Pieces, p => p is { Kind: Application.Plans.PieceKind.Added } && p.Text.Contains("小笠原", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_alone_is_no_group_and_a_word_or_two_is_counted()
    {
        var slug = await app.Announce();
        foreach (var text in new[] { Letter, "反対", "反対！！", "賛成です", "……" }) await app.Submit(slug, text);
        await CatchUp(app);
        var groups = await Groups(slug);
        Assert.Equal([(2, "反対"), (1, "賛成です"), (1, "……")], groups.Items.Select(g => (g.Total, g.Text)));
        Assert.All(groups.Items, g => Assert.Equal(GroupKind.Counter, g.Kind));
        Assert.Equal((1, 4), (groups.Ungrouped, groups.Grouped));
        Assert.Equal(Letter, Assert.Single((await app.Send(new ListUngrouped(slug), TestApp.Staff)).Value.Items).Text);
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_longer_and_who_comes_after_still_finds_the_place()
    {
        var slug = await app.Announce();
        var first = await app.Submit(slug, Letter);
        await app.Submit(slug, Letter);
        await CatchUp(app);
        await app.Send(new WithdrawSubmission(first.ReceiptNumber, first.ReceiptSecret));
        await CatchUp(app);
        Assert.Empty((await Groups(slug)).Items);
        await app.Submit(slug, Letter);
        await CatchUp(app);
        var group = Assert.Single((await Groups(slug)).Items);
        Assert.Equal(2, group.Total);
        Assert.DoesNotContain((await app.Send(new ShowGroup(slug, group.Number), TestApp.Staff)).Value.Members.Items, m => m.Sequence == first.Sequence);
        Assert.Equal(3, await app.With(db => db.GroupMembers.CountAsync(m => db.OpinionGroups.Any(g => g.Id == m.GroupId && g.Number == group.Number && g.ConsultationId == db.Consultations.Single(c => c.Slug == slug).Id))));
    }

    [Fact]
    public async Task Started_again_in_the_middle_and_on_two_nodes_it_comes_to_the_same()
    {
        var (whole, broken) = (await app.Announce(), await app.Announce());
        var texts = Enumerable.Range(0, 60).Select(i => (i % 4) switch
        {
            0 => Letter.Replace("菊池", $"菊池{i}号", StringComparison.Ordinal),
            1 => $"{Other}{(i % 8 is 1 ? "" : "ぜひお願いします。")}",
            2 => i % 3 is 0 ? "反対" : "賛成",
            _ => $"{i}番目の、だれとも似ていない意見です。{(char)('ア' + i)}{(char)('一' + (i * 37))}{(char)('丁' + (i * 91))}",
        }).ToList();
        foreach (var text in texts) await app.Submit(whole, text);
        await CatchUp(app);
        for (var i = 0; i < texts.Count; i++)
        {
            await app.Submit(broken, texts[i]);
            if (i % 20 is not 19) continue;
            await using var restarted = await app.Join();
            await Task.WhenAll(CatchUp(restarted), CatchUp(app));
        }
        await CatchUp(app);
        var expected = await Shape(whole);
        Assert.True(expected.Count > 20);
        Assert.Equal(expected, await Shape(broken));
    }

    [Fact]
    public async Task What_came_late_is_listed_apart_and_put_beside_nothing()
    {
        var slug = await app.Announce(c => c with { Channels = [new(Channel.Web), new(Channel.Counter, Until: "2026-01-05T11:00:00+09:00")] });
        await app.Submit(slug, Letter);
        var late = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new OpinionDraft(Letter)]) { Channel = Channel.Counter }, TestApp.Staff);
        Assert.Equal(SubmissionStatus.Late, late.Value.Status);
        await CatchUp(app);
        Assert.Empty((await Groups(slug)).Items);
    }

    [Fact]
    public async Task The_list_is_narrowed_and_read_on_from_the_largest()
    {
        var slug = await app.Announce();
        string[] texts = [Letter, Other, "橋の欄干が低くて、風の強い日に子どもがこわがっています。直してください。"];
        for (var i = 0; i < texts.Length; i++)
            for (var copy = 0; copy < 5 - i; copy++) await app.Submit(slug, texts[i]);
        await CatchUp(app);
        var first = (await app.Send(new ListGroups(slug, Limit: 2), TestApp.Staff)).Value;
        Assert.Equal([5, 4], first.Items.Select(g => g.Total));
        var rest = (await app.Send(new ListGroups(slug, After: first.Next, Limit: 2), TestApp.Staff)).Value;
        Assert.Equal([3], rest.Items.Select(g => g.Total));
        Assert.Null(rest.Next);
        Assert.Equal([5], (await app.Send(new ListGroups(slug, AtLeast: 5), TestApp.Staff)).Value.Items.Select(g => g.Total));
        Assert.Empty((await app.Send(new ListGroups(slug, Kind: GroupFilter.Letter), TestApp.Staff)).Value.Items);
        Assert.Equal(3, (await app.Send(new ListGroups(slug, Kind: GroupFilter.Same), TestApp.Staff)).Value.Items.Count);
    }

    static Task CatchUp(TestApp on) => on.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, default);

    async Task<GroupsView> Groups(string slug) => (await app.Send(new ListGroups(slug), TestApp.Staff)).Value;

    /// <summary>Who stands with whom, and why, by order of arrival.</summary>
    Task<List<string>> Shape(string slug) => app.With(async db =>
    {
        var consultation = await db.Consultations.Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync();
        var rows = await db.GroupMembers.Join(db.Opinions.Where(o => o.ConsultationId == consultation), m => m.OpinionId, o => o.Id, (m, o) => new { Member = m, o.Sequence })
            .Join(db.OpinionGroups, r => r.Member.GroupId, g => g.Id, (r, g) => new { r.Sequence, r.Member.Tier, r.Member.Likeness, g.Number, g.Kind, g.Size, g.Total }).OrderBy(r => r.Sequence).ToListAsync();
        return rows.Select(r => r.ToString()!).ToList();
    });
}

public sealed class ArrivingOnSqlite(OnSqlite engine) : ArrivingTests(engine), IClassFixture<OnSqlite>;

public sealed class ArrivingOnPostgres(OnPostgres engine) : ArrivingTests(engine), IClassFixture<OnPostgres>;
