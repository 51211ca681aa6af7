using Microsoft.Extensions.Localization;
using Participation.Application.Consultations;
using Participation.Web.Parts.Charts;
using Participation.Web.Words;
using static Participation.Web.Pages.Figures.ResultSheets;

namespace Participation.Web.Pages.Figures;

/// <summary>Senders by what they said of themselves, beside the population where that is known.</summary>
static class PeopleSheet
{
    /// <summary>Fewer senders than this, and a share says more about chance than about who is missing.</summary>
    const int EnoughToCompare = 30;

    /// <summary>In shares of the whole: five points fewer than live here.</summary>
    const double Lack = 0.05;
    const int NamedAtMost = 3;

    public static ResultSheet Of(string name, string header, PeopleCounts people, ResultsView results, IStringLocalizer<PageWords> words)
    {
        var rows = people.Folded is null ? people.Rows : [.. people.Rows, people.Folded];
        var compares = people.PopulationBase is > 0;
        var largest = rows.SelectMany(r => new[] { r.Share ?? 0, compares ? r.PopulationShare ?? 0 : 0 }).Append(0.01).Max();
        string Label(PeopleCount row) => row.Key switch
        {
            Counts.Unknown => words["Results.Unknown"],
            Counts.Folded => words["Results.Folded"],
            var key => key,
        };
        Figure Submitters(PeopleCount row) => row.Submitters is { } known ? Cell(known) : words["Results.Hidden"].Value;
        Figure[] Figures(PeopleCount row) => compares
            ? [Submitters(row), Percent(row.Share), row.Population is { } known ? Cell(known) : "—", Percent(row.PopulationShare)]
            : [Submitters(row), Percent(row.Share)];
        Bar Senders(PeopleCount row) => row.Submitters is null
            ? new(words["Results.Hidden"], null)
            : new(
                compares ? words["Results.SendersShare", Percent(row.Share)] : words["Results.PeopleValue", Number(row.Submitters.Value), Percent(row.Share)],
                (row.Share ?? 0) / largest, row.Key is Counts.Folded ? BarLook.Hatched : BarLook.Solid);
        IReadOnlyList<Bar> Bars(PeopleCount row) => compares && row.PopulationShare is { } share
            ? [Senders(row), new(words["Results.CityShare", Percent(share)], share / largest, BarLook.Outlined)]
            : [Senders(row)];

        // The folded row repeats what its rows stand for: their population is theirs alone.
        PeopleCount total = new("", people.Base, people.Base > 0 ? 1 : null, people.PopulationBase, compares ? 1 : null);
        string[] headers = [header, words["Results.Submitters"], words["Results.ShareOf", Number(people.Base)]];
        if (compares) headers = [.. headers, words["Results.Population"], words["Results.ShareOf", Number(people.PopulationBase!.Value)]];
        var lead = words["Results.CountsPeople", Number(people.Base)].Value;
        if (compares) lead += words["Results.ComparesPopulation", Number(people.PopulationBase!.Value), results.PopulationSource ?? ""];
        var most = people.Rows.Where(r => r.Submitters > 0).MaxBy(r => r.Submitters);
        return new(
            name, words[$"Results.{name}"], lead,
            most is null ? words["Results.None"] : words["Results.MostPeople", Label(most), Number(most.Submitters!.Value)], headers,
            [.. rows.Select(r => new SheetRow(Label(r), Figures(r)))], new(words["Results.Total"], Figures(total)))
        {
            Bars = [.. rows.Select(r => new BarRow(Label(r), Bars(r)))], Compares = compares, Missing = Missing(people, words),
        };
    }

    static string? Missing(PeopleCounts people, IStringLocalizer<PageWords> words)
    {
        if (people.Base < EnoughToCompare || people.PopulationBase is null) return null;
        // Those folded together may be missing together: they are named as one.
        var folded = string.Join(words["Results.And"], people.Rows.Where(r => r is { Submitters: null, Population: not null }).Select(r => r.Key));
        var missing = people.Rows.Append(people.Folded is { } all ? all with { Key = folded } : null).OfType<PeopleCount>()
            .Where(r => r.Key.Length > 0 && r.PopulationShare - r.Share >= Lack)
            .OrderByDescending(r => r.PopulationShare - r.Share).Take(NamedAtMost).Select(r => r.Key).ToList();
        return missing.Count is 0 ? null : words["Results.Missing", string.Join(words["List.Comma"], missing)].Value;
    }
}
