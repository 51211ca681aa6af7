using Microsoft.Extensions.Localization;
using Participation.Application.Plans;
using Participation.Domain.Plans;
using Participation.Web.Words;

namespace Participation.Web.Pages.Consultations;

static class Headings
{
    /// <summary>「1-1 みんなが参画できるまち」, with note marks as a reader knows them.</summary>
    public static string Heading(this SectionView section, IStringLocalizer<PageWords> words) => Of(section.Number, section.Title, words);

    public static string Heading(this AnchoredSection section, IStringLocalizer<PageWords> words) => Of(section.Number, section.Title, words);

    static string Of(string? number, string title, IStringLocalizer<PageWords> words)
    {
        var heading = $"{number} {NoteMarks.Shown(title)}".Trim();
        // Words before a plan's first heading stand in a section without one.
        return heading.Length > 0 ? heading : words["Plan.FirstWords"];
    }
}
