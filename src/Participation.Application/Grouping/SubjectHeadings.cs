using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>The headings within a section.</summary>
static class SubjectHeadings
{
    public static IEnumerable<(string Title, IReadOnlyList<OpinionGroup> Groups)> Of(string section, IReadOnlyList<(OpinionGroup Group, string Text)> groups)
    {
        yield return (section, [.. groups.Select(g => g.Group)]);
    }
}
