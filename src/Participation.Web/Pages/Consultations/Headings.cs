using Participation.Application.Plans;
using Participation.Domain.Plans;

namespace Participation.Web.Pages.Consultations;

static class Headings
{
    /// <summary>「1-1 みんなが参画できるまち」, with note marks as a reader knows them.</summary>
    public static string Heading(this SectionView section) =>
        $"{section.Number} {NoteMarks.Shown(section.Title)}".Trim();
}
