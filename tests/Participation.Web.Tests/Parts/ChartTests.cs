using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Participation.Web.Parts.Charts;

namespace Participation.Web.Tests.Parts;

public sealed class ChartTests : BunitContext
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 1, 3)]
    [InlineData(7, 2, 8)]
    [InlineData(67, 20, 80)]
    [InlineData(200_000, 50_000, 200_000)]
    [InlineData(200_001, 100_000, 300_000)]
    public void An_axis_has_numbers_that_people_read_easily(int largest, int step, int top)
    {
        var scale = NiceScale.Of(largest);
        Assert.Equal((step, top), (scale.Step, scale.Top));
        Assert.InRange(scale.Ticks.Count(), 2, 5);
    }

    [Fact]
    public void Bars_have_a_name_a_sentence_and_their_figures_in_words()
    {
        var chart = Render<BarChart>(p => p.Add(c => c.Id, "c").Add(c => c.Title, "地区").Add(c => c.Description, "いちばん多いのは平田です。").Add(c => c.Rows,
        [
            new("平田", [new("10人", 1), new("人口 20%", 0.5, BarLook.Outlined)]), new("<唐丹>", [new("非公表", null)]), new("まとめた区分", [new("5人", 0.5, BarLook.Hatched)]),
        ]));
        var svg = chart.Find("svg");
        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal(["地区", "いちばん多いのは平田です。"], svg.GetAttribute("aria-labelledby")!.Split(' ').Select(id => chart.Find($"#{id}").TextContent));
        Assert.Equal(["50%", "25%", "25%"], chart.FindAll(".chart-bar").Select(b => b.GetAttribute("width")));
        Assert.Equal(["平田", "10人", "人口 20%", "<唐丹>", "非公表", "まとめた区分", "5人"], chart.FindAll("text").Select(t => t.TextContent));
        Assert.Equal("url(#c-hatch)", chart.Find(".chart-bar-hatched").GetAttribute("fill"));
        // A style of its own would be stopped by the content policy, and a view box would shrink the letters.
        Assert.DoesNotContain("style=", chart.Markup, StringComparison.Ordinal);
        Assert.Null(svg.GetAttribute("viewBox"));
    }

    [Fact]
    public void A_day_without_opinions_has_its_place_and_no_column()
    {
        var chart = Render<DayChart>(p => p.Add(c => c.Id, "d").Add(c => c.Title, "日").Add(c => c.Description, "…")
            .Add(c => c.Days, [new("1/1", 4), new("1/2", 0), new("1/3", 2)]));
        var columns = chart.FindAll(".chart-bar");
        Assert.Equal(2, columns.Count);
        Assert.Equal(Em(columns[0], "height"), 2 * Em(columns[1], "height"), 3);
        Assert.Equal(["1", "2", "3", "4", "1/1", "1/2", "1/3"], chart.FindAll("text").Select(t => t.TextContent));
    }

    [Fact]
    public void A_long_name_takes_two_lines_of_a_phone_and_is_then_shortened()
    {
        var chart = Render<BarChart>(p => p.Add(c => c.Id, "c").Add(c => c.Title, "箇所").Add(c => c.Description, "…")
            .Add(c => c.Rows, [new(new string('長', 50), [new("1件", 1)])]));
        Assert.Equal([new string('長', 17), new string('長', 16) + "…"], chart.FindAll(".chart-label").Select(t => t.TextContent));
    }

    static double Em(IElement element, string name) => double.Parse(element.GetAttribute(name)![..^2], CultureInfo.InvariantCulture);
}
