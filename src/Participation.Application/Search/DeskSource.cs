using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Consultations;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>What is looked for, and where.</summary>
/// <param name="Typed">As it was typed: a receipt's number.</param>
/// <param name="Within">The consultations, all of them the asker's own to work on.</param>
/// <param name="Everywhere">Whether those are all that there are.</param>
/// <param name="Limit">0 to count alone.</param>
sealed record DeskLook(string Typed, SearchTerms Terms, IReadOnlyDictionary<int, SearchedConsultation> Within, bool Everywhere, Channel? Channel, long? After, int Limit)
{
    /// <summary>More are told apart by their rows.</summary>
    const int NamedAtMost = 16;

    /// <summary>As far as the index narrows by itself; the rows are asked again.</summary>
    public SearchWithin Index => new(Everywhere || Within.Count > NamedAtMost ? [] : Ids, Channel);

    public IReadOnlyList<int> Ids => [.. Within.Keys];

    public bool Holds(string folded) => Terms.All.All(term => folded.Contains(term, StringComparison.Ordinal));
}

/// <summary>A kind of thing that staff find. In the order of registration.</summary>
interface IDeskSource
{
    string Kind { get; }

    Task<DeskGroup> Search(DeskLook look, CancellationToken ct);
}

static class DeskSources
{
    /// <summary>Counted as far as anybody reads.</summary>
    public static async Task<(int Count, bool All)> CountSome<T>(this AppDbContext db, IOrderedQueryable<T> found, CancellationToken ct)
    {
        var count = await db.InAnyOrder(found).Take(SearchGroup.MostCounted + 1).CountAsync(ct);
        return (Math.Min(count, SearchGroup.MostCounted), count <= SearchGroup.MostCounted);
    }

    public static async Task<DeskGroup> Page(this IDeskSource source, (int Count, bool All) counted, DeskLook look, Func<Task<IReadOnlyList<DeskHit>>> read)
    {
        var hits = look.Limit is 0 ? [] : await read();
        var next = hits.Count > look.Limit ? hits[look.Limit - 1].Rank : (long?)null;
        return new(source.Kind, counted.Count, counted.All, [.. hits.Take(look.Limit)], next);
    }
}
