using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>How many people live in the city, by the bands and districts a consultation asks for: what its senders are compared with.</summary>
/// <param name="Source">Where the figures come from and of which day, shown beside them: 住民基本台帳 令和7年12月31日現在.</param>
public sealed record Population(
    string Source, IReadOnlyList<PopulationCount> ByAgeBand, IReadOnlyList<PopulationCount> ByDistrict)
{
    const int SourceAtMost = 200;
    const int RowsAtMost = 200;
    const int NameAtMost = 200;
    const int PeopleAtMost = 10_000_000;

    /// <summary>Every fault there is, each naming the band or district it is about.</summary>
    public IReadOnlyList<Fault> Check(Consultation consultation)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(Source)) faults.Add(new("source", "required"));
        else if (TextLength.Exceeds(Source, SourceAtMost)) faults.Add(new("source", "field-too-long", SourceAtMost));
        if (!PlainText.IsClean(Source)) faults.Add(new("source", "control-characters"));
        if (ByAgeBand.Count + ByDistrict.Count is 0) faults.Add(new("byAgeBand", "population-empty"));
        Check("byAgeBand", ByAgeBand, consultation.AgeBands, faults);
        Check("byDistrict", ByDistrict, consultation.Districts, faults);
        return faults;
    }

    static void Check(string field, IReadOnlyList<PopulationCount> counts, IReadOnlyList<string> choices, List<Fault> faults)
    {
        if (counts.Count > RowsAtMost)
        {
            faults.Add(new(field, "list-too-long", RowsAtMost));
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (count, i) in counts.Select((c, i) => (c, i)))
        {
            var path = $"{field}[{i}]";
            if (string.IsNullOrWhiteSpace(count.Name)) faults.Add(new($"{path}.name", "required"));
            else if (count.Name.Length > NameAtMost) faults.Add(new($"{path}.name", "field-too-long", NameAtMost));
            else if (!PlainText.IsClean(count.Name)) faults.Add(new($"{path}.name", "control-characters"));
            else if (choices.Count > 0 && !choices.Contains(count.Name)) faults.Add(new($"{path}.name", "population-unknown", count.Name));
            else if (!seen.Add(count.Name)) faults.Add(new($"{path}.name", "population-twice", count.Name));
            if (count.People > PeopleAtMost) faults.Add(new($"{path}.people", "population-too-large", count.Name ?? ""));
            if (count.People < 0) faults.Add(new($"{path}.people", "population-negative", count.Name ?? ""));
        }
    }
}

/// <summary>The people of one age band or district.</summary>
public sealed record PopulationCount(string Name, int People);
