using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

/// <summary>A breakdown of people as everybody may see it, beside the population where that is known.</summary>
static class PeopleTable
{
    public static PeopleCounts Of(Breakdown breakdown, IReadOnlyList<PopulationCount>? population, bool asked)
    {
        var people = population?.ToDictionary(p => p.Name, p => p.People) ?? [];
        var (total, city) = (breakdown.Cells.Sum(c => c.Submitters), population is null or [] ? (int?)null : people.Values.Sum());

        PeopleCount Row(string key, int? submitters, int? inhabitants) =>
            new(key, submitters, Share(submitters, total), inhabitants, Share(inhabitants, city));

        int? Inhabitants(BreakdownCell cell) => people.TryGetValue(cell.Key, out var known) ? known : null;

        var hidden = breakdown.Cells.Where(c => c.Hidden).ToList();
        return new(
            asked || breakdown.Cells.Any(c => c is { Key: not "", Submitters: > 0 }), total, city,
            // What few wrote in words of their own is not even named.
            [.. breakdown.Cells.Where(c => c.Offered || !c.Hidden)
                .Select(c => Row(c.Key is "" ? Counts.Unknown : c.Key, c.Hidden ? null : c.Submitters, Inhabitants(c)))],
            hidden.Count is 0 ? null : Row(Counts.Folded, hidden.Sum(c => c.Submitters), city is null ? null : hidden.Sum(Inhabitants)));
    }

    static double? Share(int? part, int? whole) => part is not null && whole is > 0 ? (double)part / whole : null;
}
