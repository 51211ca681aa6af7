using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Participation.Application.Plans;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;
using Participation.TestKit;

namespace Participation.Application.Tests.Plans;

public sealed class WordChangesTests
{
    // Few words, so that the two have much in common; surrogates whole and halved.
    static readonly string[] Words = ["市民", "が", "参画", "する", "、", "。", "AI", "2030", "年", " ", "\n", "𠮷", "\uD842", ""];

    static Gen<string> Texts => Gen.Select(Gen.Elements(Words).ListOf(), words => string.Concat(words));

    [Fact]
    public void Kept_and_added_make_the_newer_text_and_kept_and_removed_the_older() =>
        Prop.ForAll((from before in Texts from after in Texts select (before, after)).ToArbitrary(), texts =>
        {
            var pieces = WordChanges.Between(texts.before, texts.after);
            return Text(pieces, PieceKind.Added) == texts.after && Text(pieces, PieceKind.Removed) == texts.before;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Only_the_words_that_changed_are_marked() => Assert.Equal(
        [new(PieceKind.Kept, "市民が"), new(PieceKind.Removed, "参加"), new(PieceKind.Added, "参画"), new(PieceKind.Kept, "する"), new(PieceKind.Added, "、"), new(PieceKind.Kept, "場")],
        WordChanges.Between("市民が参加する場", "市民が参画する、場"));

    [Fact]
    public void Of_a_long_compound_only_its_middle_is_marked() => Assert.Equal(
        [new(PieceKind.Kept, "第六次"), new(PieceKind.Removed, "港町"), new(PieceKind.Added, "海辺"), new(PieceKind.Kept, "市総合計画の案")],
        WordChanges.Between("第六次港町市総合計画の案", "第六次海辺市総合計画の案"));

    [Fact]
    public void A_text_too_long_to_compare_is_shown_as_replaced() =>
        Assert.Equal([PieceKind.Removed, PieceKind.Added], WordChanges.Between(new('あ', 9000), new('い', 9000)).Select(p => p.Kind));

    static string Text(IEnumerable<TextPiece> pieces, PieceKind side) =>
        string.Concat(pieces.Where(p => p.Kind is PieceKind.Kept || p.Kind == side).Select(p => p.Text));
}

public abstract class ComparePlansTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Two_versions_are_compared_passage_by_passage()
    {
        var slug = await app.Announce();
        await Import(slug, "# 章\n\n市民が参加する場をつくります。\n\nおわりの段落。");
        await Import(slug, "# 章\n\n市民が参画する場をつくります。\n\nおわりの段落。\n\nまったく別の港の話。");
        var comparison = (await app.Send(new ComparePlans(slug, 1, 2))).Value;

        var passages = Assert.Single(comparison.Sections).Passages;
        Assert.Equal([ChangeKind.Changed, ChangeKind.Unchanged, ChangeKind.Added], passages.Select(p => p.Kind));
        Assert.Equal(["参加", "参画"], passages[0].Pieces.Where(p => p.Kind is not PieceKind.Kept).Select(p => p.Text));
        var plan = (await app.Send(new GetPlan(slug))).Value;
        Assert.Equal(plan.Passages().Select(p => p.Anchor), passages.Select(p => p.Anchor!));
        var older = (await app.Send(new GetPlan(slug, 1))).Value;
        Assert.Equal((1, older.Passages().First().Anchor), (older.Version, passages[0].BeforeAnchor));
        Assert.Equal([2, 1], (await app.Send(new ListPlanVersions(slug))).Value.Select(v => v.Version));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(int.MinValue, int.MaxValue)]
    public async Task A_version_there_never_was_is_not_found(int from, int to)
    {
        var slug = await app.Announce();
        await Import(slug, "# 章\n\n段落。");
        Assert.Equal(Refusal.NotFound, (await app.Send(new ComparePlans(slug, from, to))).Why);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetPlan(slug, to is 1 ? from : to))).Why);
    }

    Task<Outcome<PlanImported>> Import(string slug, string markdown) =>
        app.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes(markdown)), TestApp.Staff);
}

public sealed class ComparePlansOnSqlite(OnSqlite engine) : ComparePlansTests(engine), IClassFixture<OnSqlite>;

public sealed class ComparePlansOnPostgres(OnPostgres engine) : ComparePlansTests(engine), IClassFixture<OnPostgres>;
