using System.Text;
using Participation.Application.Plans;
using Participation.Domain.Plans;

namespace Participation.Application.Tests.Plans;

public sealed class MarkdownPlanTests
{
    static PlanReading Reading(string text) => PlanReader.Read(PlanFormat.Markdown, Encoding.UTF8.GetBytes(text));

    static SectionDraft Only(string text) => Assert.Single(Reading(text).Draft!.Sections);

    [Fact]
    public void Headings_become_sections_and_blocks_passages()
    {
        var plan = Only("""
            # 第1章 集いの場
            場を開きます。
            ## 1-1 広場
            - ①芝を植える
              - 春に
            - ②木陰をつくる

            |年|数|
            |-|-|
            |2026|**3**|
            ## 回廊
            歩きます。
            """);

        Assert.Equal(("第1章", "集いの場"), (plan.Number, plan.Title));
        Assert.Equal([("1-1", "広場"), (null, "回廊")], plan.Sections.Select(section => (section.Number, section.Title)));
        Assert.Equal(
            [(PassageKind.Item, "①芝を植える"), (PassageKind.Item, "春に"), (PassageKind.Item, "②木陰をつくる"), (PassageKind.Table, "年\t数\n2026\t3")],
            plan.Sections[0].Passages.Select(passage => (passage.Kind, passage.Text)));
        Assert.Contains("<strong>3</strong>", PassageHtml.Render(plan.Sections[0].Passages[3].Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_before_the_first_heading_stand_in_a_section_without_a_title() =>
        Assert.Equal("", Only("前置きです。").Title);

    [Fact]
    public void Quotations_code_and_html_keep_their_words()
    {
        var texts = Only("# 章\n\n> 引く言葉\n> 次の行\n\n    code <b>\n\n<div>生の&amp;HTML</div>\n").Passages.Select(passage => passage.Text);
        Assert.Equal(["引く言葉\n次の行", "code <b>", "<div>生の&HTML</div>"], texts);
    }

    [Fact]
    public void A_link_by_reference_still_leads_somewhere_in_its_own_passage()
    {
        var passage = Only("# 章\n\n[案内][a]へ。\n\n別の段落。\n\n[a]: https://example.jp/guide\n").Passages[0];
        Assert.Contains("href=\"https://example.jp/guide\"", PassageHtml.Render(passage.Markdown), StringComparison.Ordinal);
        Assert.Equal("案内へ。", passage.Text);
    }

    [Fact]
    public void Nesting_without_end_is_a_problem_and_no_fault()
    {
        var reading = Reading(string.Concat(Enumerable.Repeat("> ", 5000)) + "底");
        Assert.Equal(PlanProblem.Damaged, reading.Problem);
    }

    [Theory]
    [InlineData(PlanFormat.Markdown)]
    [InlineData(PlanFormat.PlainText)]
    public void Text_that_is_not_UTF_8_is_a_problem(PlanFormat format)
    {
        Assert.Equal(PlanProblem.NotUtf8, PlanReader.Read(format, [0x8B, 0xE6, 0x8D, 0xE2]).Problem);
        Assert.Equal(PlanProblem.NotUtf8, PlanReader.Read(format, Encoding.Unicode.GetBytes("plan")).Problem);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_heading() =>
        Assert.Equal("章", Assert.Single(PlanReader.Read(PlanFormat.Markdown, [0xEF, 0xBB, 0xBF, .. "# 章"u8]).Draft!.Sections).Title);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n　\n")]
    public void A_plan_without_words_is_a_problem(string text)
    {
        Assert.Equal(PlanProblem.Empty, Reading(text).Problem);
        Assert.Equal(PlanProblem.Empty, PlanReader.Read(PlanFormat.PlainText, Encoding.UTF8.GetBytes(text)).Problem);
    }

    [Fact]
    public void Size_and_number_of_passages_are_bounded()
    {
        Assert.Equal(PlanProblem.TooLarge, PlanReader.Read(PlanFormat.PlainText, new byte[PlanReader.LargestText + 1]).Problem);
        Assert.Equal(PlanProblem.TooManyPassages, Reading(string.Concat(Enumerable.Repeat("文\n\n", PlanReader.MostPassages + 1))).Problem);
        Assert.NotNull(Reading(string.Concat(Enumerable.Repeat("文\n\n", PlanReader.MostPassages - 1))).Draft);
    }
}
