using Participation.Domain.Plans;

namespace Participation.Domain.Tests.Plans;

public sealed class PlanChangesTests
{
    static PlanDraft Draft(params (string Title, string[] Texts)[] sections) =>
        new([.. sections.Select(s => new SectionDraft(null, s.Title, [.. s.Texts.Select(t => PassageDrafts.Of(PassageKind.Paragraph, t))], []))]);

    static IEnumerable<string> Changes(PlanDraft first, PlanDraft second)
    {
        var before = Anchors.Assign(first, null);
        return PlanChanges.Between(before, Anchors.Assign(second, before)).Select(c => $"{c.Kind}: {c.Before?.Text} > {c.After?.Text}");
    }

    [Fact]
    public void A_passage_that_was_rewritten_is_found_by_what_is_left_of_it() => Assert.Equal(
        [
            "Unchanged: はじめの段落です。 > はじめの段落です。",
            "Changed: 市民が参画できる場をつくります。 > 市民が広く参画できる場をつくっていきます。",
            "Removed: 図書館を建てかえます。 > ",
            "Added:  > 港の桟橋を延ばします。",
        ],
        Changes(
            Draft(("章", ["はじめの段落です。", "市民が参画できる場をつくります。", "図書館を建てかえます。"])),
            Draft(("章", ["はじめの段落です。", "市民が広く参画できる場をつくっていきます。", "港の桟橋を延ばします。"]))));

    [Fact]
    public void What_was_removed_stands_where_it_stood() => Assert.Equal(
        ["Removed: 甲。 > ", "Unchanged: 乙。 > 乙。", "Removed: 丙。 > ", "Unchanged: 丁。 > 丁。"],
        Changes(Draft(("章", ["甲。", "乙。", "丙。", "丁。"])), Draft(("章", ["乙。", "丁。"]))));

    [Fact]
    public void Words_of_another_section_are_not_taken_for_the_same_passage() => Assert.Equal(
        ["Removed: 公園に木を植えます。 > ", "Unchanged: 乙。 > 乙。", "Added:  > 公園に花と木を植えます。"],
        Changes(
            Draft(("一", ["公園に木を植えます。"]), ("二", ["乙。"])), Draft(("一", []), ("二", ["乙。", "公園に花と木を植えます。"]))));

    [Theory]
    [InlineData("後期基本計画の案。", "後期基本計画|の|案|。")]
    [InlineData("AI活用は2030年、サーバーで", "AI|活用|は|2030|年|、|サーバー|で")]
    [InlineData("", "")]
    public void Words_are_parted_where_the_script_changes(string text, string runs) => Assert.Equal(runs, string.Join('|', ScriptRuns.Of(text)));
}
