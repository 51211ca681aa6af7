using System.Globalization;
using Microsoft.Extensions.Localization;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Domain.Plans;
using Participation.Web.Parts.Charts;
using Participation.Web.Words;

namespace Participation.Web.Pages.Figures;

/// <summary>Puts the breakdowns into the reader's words, in the order of the page.</summary>
static class ResultSheets
{
    /// <param name="today">In Tokyo: days that are still to come have no row, only room in the drawing.</param>
    public static IReadOnlyList<ResultSheet> Of(ResultsView results, DateOnly today, IStringLocalizer<PageWords> words)
    {
        var sheets = new List<ResultSheet> { Days(results, today, words) };
        if (results.BySection.Count > 1) sheets.Add(Sections(results, words));
        sheets.Add(Channels(results, words));
        if (results.ByAgeBand.Asked) sheets.Add(PeopleSheet.Of("age-bands", words["Field.AgeBand"], results.ByAgeBand, results, words));
        if (results.ByDistrict.Asked) sheets.Add(PeopleSheet.Of("districts", words["Field.District"], results.ByDistrict, results, words));
        if (results.ByReflection.Count > 0) sheets.Add(Reflections(results, words));
        return sheets;
    }

    /// <summary>What the answers came to, as an edition said it on its day.</summary>
    public static ResultSheet Reflections(PublishedResultView edition, IStringLocalizer<PageWords> words) => OpinionSheet(
        "reflections", words["Answer.Reflection"], edition.Opinions, words, [.. edition.Reflections.Select(r => (r.Code, r.Opinions))]);

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    public static Figure Cell(int count) => new(Number(count), count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A share of a base that the words around it name; — where there is none.</summary>
    public static string Percent(double? share) => share is { } known
        // 四捨五入, as a reader with a calculator does it.
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round((decimal)known * 100, 1, MidpointRounding.AwayFromZero):0.0}%")
        : "—";

    static ResultSheet Days(ResultsView results, DateOnly today, IStringLocalizer<PageWords> words)
    {
        var culture = CultureInfo.CurrentUICulture;
        var most = results.ByDay.MaxBy(d => d.Opinions)!;
        return new(
            "days", words["Results.days"], words["Results.CountsDays", Number(results.Opinions)],
            Description(words, Moments.Words(most.Day, culture), most.Opinions), [words["Results.Day"], words["Results.Opinions"]],
            [.. results.ByDay.Where(d => d.Day <= today || d.Opinions > 0).Select(d => new SheetRow(
                Moments.Words(d.Day, culture), [Cell(d.Opinions)], d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))],
            new(words["Results.Total"], [Cell(results.ByDay.Sum(d => d.Opinions))]))
        {
            Days = [.. results.ByDay.Select(d => new DayChart.Day(d.Day.ToString(words["Results.ShortDay"], culture), d.Opinions))],
        };
    }

    static ResultSheet Sections(ResultsView results, IStringLocalizer<PageWords> words) => OpinionSheet(
        "sections", words["Results.Section"], results.Opinions, words, [.. results.BySection.Select(s => (Label(s, words), s.Opinions))]);

    static ResultSheet Channels(ResultsView results, IStringLocalizer<PageWords> words) => OpinionSheet(
        "channels", words["Ledger.Channel"], results.Opinions, words, [.. results.ByChannel.Select(c => (words[$"Channel.{c.Channel}"].Value, c.Opinions))]);

    static ResultSheet Reflections(ResultsView results, IStringLocalizer<PageWords> words) => OpinionSheet(
        "reflections", words["Answer.Reflection"], results.Opinions, words, [.. results.ByReflection.Select(r => (r.Code, r.Opinions))]);

    static ResultSheet OpinionSheet(
        string name, string header, int opinions, IStringLocalizer<PageWords> words, IReadOnlyList<(string Label, int Opinions)> rows)
    {
        var largest = Math.Max(1, rows.Max(r => r.Opinions));
        var most = rows.MaxBy(r => r.Opinions);
        string Share(int count) => Percent(opinions is 0 ? null : (double)count / opinions);
        return new(
            name, words[$"Results.{name}"], words["Results.CountsOpinions", Number(opinions)], Description(words, most.Label, most.Opinions),
            [header, words["Results.Opinions"], words["Results.ShareOf", Number(opinions)]],
            [.. rows.Select(r => new SheetRow(r.Label, [Cell(r.Opinions), Share(r.Opinions)]))],
            new(words["Results.Total"], [Cell(rows.Sum(r => r.Opinions)), Share(rows.Sum(r => r.Opinions))]))
        {
            Bars = [.. rows.Select(r => new BarRow(r.Label, [new(words["Results.OpinionsValue", Number(r.Opinions), Share(r.Opinions)], (double)r.Opinions / largest)]))],
        };
    }

    static string Label(SectionCount section, IStringLocalizer<PageWords> words) =>
        section.Gone ? words["Results.Gone"]
        : section.Anchor is null ? words["Results.Whole"]
        : $"{section.Number} {NoteMarks.Shown(section.Title ?? "")}".Trim() is { Length: > 0 } heading ? heading : words["Plan.FirstWords"];

    static string Description(IStringLocalizer<PageWords> words, string most, int opinions) =>
        opinions is 0 ? words["Results.None"] : words["Results.Most", most, Number(opinions)];
}
