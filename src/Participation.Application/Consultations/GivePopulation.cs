using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Documents.Csv;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>人口を登録する, by age band and district, so that everybody can see who is missing among the senders.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record GivePopulation : IRequest<Outcome<Population>>, IKeyedRequest
{
    public string Slug { get; init; } = "";

    /// <summary>Where the figures come from and of which day; shown beside them.</summary>
    public string? Source { get; init; }

    public IReadOnlyList<PopulationCount>? ByAgeBand { get; init; }
    public IReadOnlyList<PopulationCount>? ByDistrict { get; init; }

    /// <summary>Instead of the two lists: a table with the columns <c>kind,name,people</c>; kind is ageBand (年代) or district (地区).</summary>
    public byte[]? Csv { get; init; }

    public string? Key { get; init; }
}

sealed class GivePopulationHandler(AppDbContext db, ConsultationCatalog catalog, Caller caller) : IRequestHandler<GivePopulation, Outcome<Population>>
{
    public async Task<Outcome<Population>> Handle(GivePopulation ask, CancellationToken ct)
    {
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Slug == ask.Slug, ct);
        if (consultation is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        Outcome<Population> population = ask.Csv is null
            ? new Population(ask.Source ?? "", Whole(ask.ByAgeBand), Whole(ask.ByDistrict))
            : PopulationSheet.Read(ask.Source ?? "", ask.Csv);
        if (population.Refused) return population.Why;
        var given = consultation.Give(population.Value);
        if (given.Refused) return given.Why;
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return consultation.Population!;
    }

    /// <summary>A hole in the JSON is a row without a name, and refused as such.</summary>
    static List<PopulationCount> Whole(IReadOnlyList<PopulationCount?>? counts) => [.. (counts ?? []).Select(c => c ?? new("", 0))];
}

static class PopulationSheet
{
    static readonly string[] Header = ["kind", "name", "people"];

    public static Outcome<Population> Read(string source, byte[] csv)
    {
        try
        {
            var (ages, districts, faults) = (new List<PopulationCount>(), new List<PopulationCount>(), new List<Fault>());
            foreach (var (row, line) in CsvTable.Read(csv, Header).Select((row, i) => (row, i + 2)))
            {
                var list = row["kind"] switch { "ageBand" or "年代" => ages, "district" or "地区" => districts, _ => null };
                var readable = int.TryParse(row["people"], NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var people);
                if (list is null) faults.Add(new($"csv[{line}].kind", "population-kind", line));
                else if (!readable) faults.Add(new($"csv[{line}].people", "population-unreadable", row["name"]));
                else list.Add(new(row["name"], people));
            }
            return faults.Count > 0 ? Refusal.Invalid(faults) : new Population(source, ages, districts);
        }
        catch (UnreadableTableException unreadable)
        {
            return unreadable.Reason is "csv-header" ? Refusal.Invalid("csv", "population-header") : Refusal.Invalid("csv", unreadable.Reason, unreadable.Line);
        }
    }
}
