using Participation.Domain.Plans.Reading;

namespace Participation.Domain.Plans;

/// <summary>
/// Reads a plan from rough plain text, as it comes out of a city's PDF: numbered headings, usual headings, points, tables
/// whose cells are parted by tabs, lines broken where the page was narrow.
/// </summary>
/// <remarks>
/// Nothing is lost: numbers, titles and passages in reading order are the source's characters without white space. Two things
/// are left out, because extractors put them in and plans do not have them: the "- " before a line (of words, not of a table),
/// and lines of nothing but hyphens.
/// </remarks>
public static class RoughPlanText
{
    public static PlanDraft Read(string text)
    {
        var blocks = BlockReader.Read(text);
        return TreeBuilder.Build(blocks, HeadingJudge.Judge(blocks));
    }
}
