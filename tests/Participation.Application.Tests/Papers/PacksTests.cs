using Participation.Application.Answering;
using Participation.Application.Papers;
using Participation.Application.Tests.Answering;
using Participation.Domain.Answering;
using Participation.TestKit;

namespace Participation.Application.Tests.Papers;

public abstract class PacksTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_packs_link_opens_from_its_hour_until_the_result_is_public_and_each_opening_is_counted()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        var opens = app.Clock.Now.AddHours(3);
        var made = (await app.Send(new MakePack(slug, PackKind.Council, "総務常任委員会", opens), Answers.Writer)).Value;
        Assert.Equal("pack-not-yet", (await Open(made)).Shut);
        Assert.Equal("not-found", (await app.Send(new OpenPack(made.Id, "another"))).Why!.Code);
        app.Clock.Now = opens;
        var read = await Open(made);
        Assert.Equal(("歩道を広げてください。", 1), (read.Contents!.Rows[0].Summary, read.Contents.Opinions));
        await Open(made);
        var line = Assert.Single((await app.Send(new ListPacks(slug), Answers.Writer)).Value.Items);
        Assert.Equal((2, made.Hash, true), (line.Openings, line.Hash, line.Unchanged));

        // What is written later changes nothing of what was put before its readers.
        await app.ApproveAll(slug);
        Assert.Equal("歩道を広げてください。", (await Open(made)).Contents!.Rows[0].Summary);
        await app.Send(new PublishResult(slug), Answers.Approver);
        var shut = await Open(made);
        Assert.Equal(("pack-public", null), (shut.Shut, shut.Contents));
        Assert.Equal("pack-stage", (await app.Send(new MakePack(slug, PackKind.Council, "本会議"), Answers.Writer)).Why!.Code);
    }

    [Fact]
    public async Task A_pack_that_is_withdrawn_opens_nothing()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        var made = (await app.Send(new MakePack(slug, PackKind.Advice, "審議会"), Answers.Writer)).Value;
        Assert.NotNull((await Open(made)).Contents);
        Assert.False((await app.Send(new WithdrawPack(slug, made.Id), Answers.Colleague)).Refused);
        Assert.Equal("pack-withdrawn", (await Open(made)).Shut);
    }

    [Fact]
    public async Task An_earlier_answer_to_like_opinions_is_suggested_and_credited()
    {
        var (former, _) = await app.Answering("通学路の街灯が暗くて、冬の夕方は子どもだけで帰らせるのが心配です。街灯を増やしてください。");
        var row = (await app.Board(former)).Items[0];
        await app.Send(new SaveAnswer(former, new(row.Number, 0), row.Summary, "街灯は五年で順に増やします。", "参考"), Answers.Writer);
        await app.ApproveAll(former);
        await app.Send(new PublishResult(former), Answers.Approver);
        var (slug, _) = await app.Answering("子どもの通学路に街灯を増やしてください。夕方は暗く、冬の帰り道がとても心配です。", "図書館の本を増やしてください。");
        var rows = (await app.Board(slug)).Items;
        var light = rows.Single(r => r.Summary.Contains("街灯", StringComparison.Ordinal));
        var earlier = (await app.Send(new SuggestAnswers(slug, light.Number), Answers.Writer)).Value.Items;
        var best = earlier.First(e => e.Text == "街灯は五年で順に増やします。");
        Assert.InRange(best.Likeness, 15, 100);
        await app.Send(new SaveAnswer(slug, new(light.Number, 0), "街灯を増やす。", best.Text, "参考", ReusedFrom: best.Id), Answers.Writer);
        Assert.Equal(row.Number, (await app.Send(new GetAnswer(slug, light.Number), Answers.Writer)).Value.Credit!.Number);
        var other = rows.Single(r => r.Summary.Contains("図書館", StringComparison.Ordinal));
        Assert.DoesNotContain((await app.Send(new SuggestAnswers(slug, other.Number), Answers.Writer)).Value.Items, e => e.Text == best.Text);
    }

    async Task<PackView> Open(PackMade made) => (await app.Send(new OpenPack(made.Id, made.Secret))).Value;
}

public sealed class PacksOnSqlite(OnSqlite engine) : PacksTests(engine), IClassFixture<OnSqlite>;

public sealed class PacksOnPostgres(OnPostgres engine) : PacksTests(engine), IClassFixture<OnPostgres>;
