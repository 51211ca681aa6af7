using Participation.Data.Consultations;
using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

/// <summary>One age band or district; an empty <paramref name="Key"/> is 不明.</summary>
/// <param name="Offered">Whether a form offers it. What senders wrote in their own words may itself be telling.</param>
sealed record BreakdownCell(string Key, int Submitters, int Opinions, bool Offered, bool Hidden);

/// <summary>Counts by what senders said of themselves, with the cells that must not be shown marked: the one place where this is decided.</summary>
sealed record Breakdown(IReadOnlyList<BreakdownCell> Cells)
{
    /// <summary>The choices in their order, then what else was stated, then 不明; each, though nobody stated it.</summary>
    public static Breakdown Of(IReadOnlyList<string> choices, IEnumerable<Tally> tallies)
    {
        var counted = tallies.Where(t => t.Submitters > 0).ToDictionary(t => t.Key);
        IReadOnlyList<string> keys = [.. choices, .. counted.Keys.Where(k => k.Length > 0).Except(choices).Order(StringComparer.Ordinal), ""];
        var people = keys.Select(k => counted.GetValueOrDefault(k)?.Submitters ?? 0).ToList();
        var hidden = SmallCells.Hide(people);
        return new([.. keys.Select((k, i) => new BreakdownCell(
            k, people[i], counted.GetValueOrDefault(k)?.Opinions ?? 0, k is "" || choices.Contains(k), hidden[i]))]);
    }

    /// <summary>Opinions by name, the hidden ones together under <see cref="Counts.Folded"/>: the sum stays what it is.</summary>
    public Dictionary<string, int> OpinionsShown() => Cells
        .GroupBy(c => c.Hidden ? Counts.Folded : c.Key is "" ? Counts.Unknown : c.Key, c => c.Opinions)
        .Select(g => (g.Key, Opinions: g.Sum())).Where(g => g.Opinions > 0).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Opinions);
}
