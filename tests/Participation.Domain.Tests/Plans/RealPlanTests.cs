using Participation.Domain.Plans;
using Xunit.Abstractions;

namespace Participation.Domain.Tests.Plans;

public sealed class RealPlanTests(ITestOutputHelper output)
{
    [RealPlanTheory]
    [InlineData(RealPlans.Kamaishi)]
    [InlineData(RealPlans.KamaishiMaking)]
    [InlineData(RealPlans.Ichinoseki)]
    public void No_character_of_a_published_plan_is_lost(string file)
    {
        var source = RealPlans.Read(file);
        var plan = RoughPlanText.Read(source);
        output.WriteLine(Trees.Draw(plan));
        Assert.Equal(RoughPlanTextPropertyTests.Kept(source), Trees.Words(plan));
    }

    [RealPlanFact]
    public void Kamaishis_first_part_reads_as_three_policies_with_their_sections()
    {
        var part = Assert.Single(RoughPlanText.Read(RealPlans.Read(RealPlans.Kamaishi)).Sections);
        Assert.Equal("第1部", part.Number);
        Assert.Equal(["1", "2", "3"], part.Sections.Select(policy => policy.Number));

        string[] usual = ["2030年のありたい姿", "施策の体系", "これまでの取組", "現状と課題"];
        Assert.Equal([.. usual, "主な施策", "施策の成果指標"], part.Sections[0].Sections.Select(section => section.Title));
        Assert.Equal(["1-1", "1-2"], Trees.At(new(part.Sections), part.Sections[0].Title, "主な施策").Sections.Select(section => section.Number));
        Assert.Equal([null, null, null, null, "2-1", "2-2", null], part.Sections[1].Sections.Select(section => section.Number));
        Assert.Equal([null, null, null, null, "3-1", "3-2", "3-3", "3-4", null], part.Sections[2].Sections.Select(section => section.Number));
        Assert.All(part.Sections.Skip(1), policy => Assert.Equal(usual, policy.Sections.Take(4).Select(section => section.Title)));
    }

    [RealPlanFact]
    public void Kamaishis_measures_hold_numbered_points_and_outlines_open_nothing()
    {
        var policies = RoughPlanText.Read(RealPlans.Read(RealPlans.Kamaishi)).Sections[0].Sections;
        var first = policies[0].Sections.Single(section => section.Title == "主な施策").Sections[0];
        Assert.Equal(["1", "2", "3", "4", "5", "6"], first.Sections.Select(section => section.Number));
        Assert.All(first.Sections.SelectMany(section => section.Passages), passage => Assert.Equal(PassageKind.Item, passage.Kind));
        Assert.Equal([7, 5, 6], policies.Select(policy => policy.Sections.Single(section => section.Title == "これまでの取組").Passages.Count));
        var outlines = policies.Select(policy => policy.Sections.Single(section => section.Title == "施策の体系")).ToList();
        Assert.All(outlines, outline => Assert.Empty(outline.Sections));
        Assert.Equal([2, 2, 4], outlines.Select(outline => outline.Passages.Count(passage => passage.Kind == PassageKind.Item)));
        // The chart's title was broken over two lines, and is the policy's own.
        Assert.Equal(policies.Select(policy => policy.Title), outlines.Select(outline => outline.Passages[0].Text));
    }

    [RealPlanFact]
    public void Kamaishis_indicators_are_tables()
    {
        var policies = RoughPlanText.Read(RealPlans.Read(RealPlans.Kamaishi)).Sections[0].Sections;
        var tables = policies.Select(policy => policy.Sections[^1].Passages.Single(passage => passage.Kind == PassageKind.Table)).ToList();
        Assert.Equal([2, 3, 6], tables.Select(table => table.Text.Split('\n').Length));
        Assert.All(tables, table => Assert.All(table.Text.Split('\n'), row => Assert.Equal(4, row.Split('\t').Length)));
    }

    [RealPlanFact]
    public void Ichinosekis_plan_reads_as_its_chapters_and_annexes()
    {
        var plan = RoughPlanText.Read(RealPlans.Read(RealPlans.Ichinoseki));
        Assert.Equal([null, null, "第1章", "第2章", "第3章", "第4章", null], plan.Sections.Select(section => section.Number));
        var (contents, third, annex) = (plan.Sections[1], plan.Sections[4], plan.Sections[6]);
        Assert.Empty(contents.Sections);
        Assert.Equal(25, contents.Passages.Count);
        Assert.Equal(["1", "2", "3-1", "3-2", "3-3", "4", "5", "6", "7"], third.Sections.Select(section => section.Number));
        Assert.Equal(["資料 1", "資料2", "資料3", "資料4", "資料5"], annex.Sections.Select(section => section.Number));
        var measures = third.Sections[^1].Sections;
        Assert.Equal(["基本方針1", "基本方針2", "基本方針3"], measures.Select(section => section.Number));
        Assert.All(measures, measure => Assert.Equal("指標", measure.Sections[^1].Title));
        Assert.Equal([3, 2, 5], measures.Select(measure => measure.Sections.Count - 1));
        Assert.Equal(19, Trees.All(measures).SelectMany(section => section.Passages).Count(passage => passage.Text.StartsWith("事業", StringComparison.Ordinal)));
    }

    [RealPlanFact]
    public void Kamaishis_slides_read_as_slides_and_their_schedules_as_tables()
    {
        var plan = RoughPlanText.Read(RealPlans.Read(RealPlans.KamaishiMaking));
        Assert.Equal("資料No. 2", plan.Sections[0].Number);
        Assert.Contains(plan.Sections, section => section.Title == "総合計画の役割");
        var rows = plan.Sections.Where(section => section.Title.StartsWith("経過", StringComparison.Ordinal))
            .Select(section => section.Passages.Single(passage => passage.Kind == PassageKind.Table).Text.Split('\n').Length);
        Assert.Equal([7, 13], rows);
    }
}
