using System.Text;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Tests.Plans;
using Participation.TestKit;

namespace Participation.Application.Tests.Plans;

public abstract class ImportPlanTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [RealPlanTheory]
    [InlineData(RealPlans.Kamaishi)]
    [InlineData(RealPlans.KamaishiMaking)]
    [InlineData(RealPlans.Ichinoseki)]
    public async Task A_real_plan_is_imported_and_any_passage_of_it_can_be_commented(string name)
    {
        var slug = await app.Announce();
        var imported = (await app.Send(new ImportPlan(slug, PlanFormat.PlainText, RealPlans.Bytes(name)), TestApp.Staff)).Value;
        var plan = (await app.Send(new GetPlan(slug))).Value;
        var passages = plan.Passages().ToList();
        Assert.Equal(imported.Passages, passages.Count);
        Assert.Equal(passages.Count, passages.Select(p => p.Anchor).Distinct().Count());

        var receipt = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("ここが大事です", passages[^1].Anchor)]));
        Assert.False(receipt.Refused);
        var shown = Assert.Single((await app.Send(new ListOpinions(slug))).Value.Items);
        Assert.Equal(passages[^1].Anchor, shown.Anchor);
        Assert.Contains(plan.Sections.SelectMany(s => s.All()), s => s.Anchor == shown.Section);
    }

    [Fact]
    public async Task Anchors_last_where_the_words_are_the_same()
    {
        var slug = await app.Announce();
        await Import(slug, "# 章\n\nはじめの段落です。\n\nおわりの段落です。");
        var before = (await app.Send(new GetPlan(slug))).Value.Passages().ToList();
        await Import(slug, "# 章\n\n新しい段落です。\n\nはじめの段落です。\n\nおわりの段落を直しました。");
        var after = (await app.Send(new GetPlan(slug))).Value;

        Assert.Equal(2, after.Version);
        var passages = after.Passages().ToList();
        Assert.Equal(before[0].Anchor, passages[1].Anchor);
        Assert.DoesNotContain(passages[2].Anchor, before.Select(p => p.Anchor));
    }

    [Fact]
    public async Task Opinions_are_filtered_by_a_section_and_what_stands_in_it()
    {
        var slug = await app.Announce();
        await Import(slug, "# 一\n\nあ\n\n## 一の一\n\nい\n\n# 二\n\nう");
        var plan = (await app.Send(new GetPlan(slug))).Value;
        foreach (var passage in plan.Passages())
            await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new($"{passage.Text}について", passage.Anchor)]));

        var first = await app.Send(new ListOpinions(slug, Section: plan.Sections[0].Anchor));
        Assert.Equal(["あについて", "いについて"], first.Value.Items.Select(o => o.Text));
        var newest = await app.Send(new ListOpinions(slug, Limit: 2, NewestFirst: true));
        Assert.Equal(["うについて", "いについて"], newest.Value.Items.Select(o => o.Text));
        var older = await app.Send(new ListOpinions(slug, NewestFirst: true, Before: newest.Value.Next));
        Assert.Equal(["あについて"], older.Value.Items.Select(o => o.Text));
    }

    [Fact]
    public async Task Only_staff_import_and_a_file_that_is_no_docx_is_refused()
    {
        var slug = await app.Announce();
        var ask = new ImportPlan(slug, PlanFormat.Docx, Encoding.UTF8.GetBytes("これは docx ではありません"));
        Assert.Equal(Refusal.SignInRequired, (await app.Send(ask)).Why);
        Assert.Equal("plan-not-docx", (await app.Send(ask, TestApp.Staff)).Why!.Code);
        Assert.Equal(0, (await app.Send(new GetPlan(slug))).Value.Version);
    }

    Task<Outcome<PlanImported>> Import(string slug, string markdown) =>
        app.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes(markdown)), TestApp.Staff);
}

public sealed class ImportPlanOnSqlite(OnSqlite engine) : ImportPlanTests(engine), IClassFixture<OnSqlite>;

public sealed class ImportPlanOnPostgres(OnPostgres engine) : ImportPlanTests(engine), IClassFixture<OnPostgres>;
