using Microsoft.Extensions.Localization;
using Participation.Domain.Spaces;
using Participation.Domain.Wording;
using Participation.Web.Words;

namespace Participation.Web.Calendars;

/// <summary>What an entry of a calendar is called.</summary>
static class TimelineWords
{
    /// <summary>総合振興審議会（第2回）.</summary>
    public static string Title(TimelineEntry entry, IStringLocalizer<PageWords> words, IReadOnlyList<Translation> said)
    {
        var mechanism = MechanismOf(entry.Mechanism, said);
        return entry.Number is { } number ? words["Timeline.Numbered", mechanism, number] : mechanism;
    }

    public static string MechanismOf(string mechanism, IReadOnlyList<Translation> said) => Content.Text(said, Space.MechanismField(mechanism), mechanism);

    public static string LanguageOf(string mechanism, IReadOnlyList<Translation> said) => Content.LanguageOf(said, Space.MechanismField(mechanism));

    public static string NoteOf(TimelineEntry entry, IReadOnlyList<Translation> said) => Content.Text(said, Space.NoteField(entry.Note), entry.Note);

    public static string NoteLanguageOf(TimelineEntry entry, IReadOnlyList<Translation> said) => Content.LanguageOf(said, Space.NoteField(entry.Note));
}
