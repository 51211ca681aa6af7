using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Participation.Application.Plans;
using Participation.Domain.Plans;
using Participation.Domain.Tests.Plans;

namespace Participation.Application.Tests.Plans;

public sealed partial class RealPlanHtmlTests
{
    [RealPlanTheory]
    [InlineData(RealPlans.Kamaishi)]
    [InlineData(RealPlans.KamaishiMaking)]
    [InlineData(RealPlans.Ichinoseki)]
    public void Every_passage_of_a_published_plan_shows_its_own_words(string file)
    {
        var draft = PlanReader.Read(PlanFormat.PlainText, Encoding.UTF8.GetBytes(RealPlans.Read(file))).Draft!;
        var passages = Anchors.Assign(draft, null).Passages;
        Assert.NotEmpty(passages);
        Assert.All(passages, passage =>
        {
            var html = PassageHtml.Render(passage.Markdown);
            if (passage.Kind == PassageKind.Table) Assert.Contains("<table>", html, StringComparison.Ordinal);
            else Assert.Matches("^<p>[^<]*</p>\\s*$", html);
            var text = passage.Kind == PassageKind.Table ? LayoutTags().Replace(passage.Text, "") : passage.Text;
            Assert.Equal(Dense(NoteMarks.Shown(text)), Dense(WebUtility.HtmlDecode(Tags().Replace(html, ""))));
        });
    }

    static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>What the extractor left in the cells of one plan, and PassageDrafts says it does not show.</summary>
    [GeneratedRegex("</?(p|br|ul|li)[^>]*>")]
    private static partial Regex LayoutTags();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
