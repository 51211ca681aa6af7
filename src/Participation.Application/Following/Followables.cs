using Participation.Data;
using Participation.Domain.Following;

namespace Participation.Application.Following;

/// <summary>All kinds of things that can be followed.</summary>
public sealed class Followables(IEnumerable<IFollowable> kinds)
{
    public IReadOnlyList<IFollowable> Kinds { get; } = [.. kinds];

    /// <summary>The thing as everybody may see it; null when there is none such, or nobody may.</summary>
    public async Task<FollowedView?> Find(AppDbContext db, Followed thing, CancellationToken ct) =>
        (await Find(db, [thing.ToString()], ct)).GetValueOrDefault(thing.ToString());

    /// <summary>Those of these that everybody may see, with one question for each kind.</summary>
    public async Task<IReadOnlyDictionary<string, FollowedView>> Find(AppDbContext db, IEnumerable<string> things, CancellationToken ct)
    {
        var found = new Dictionary<string, FollowedView>();
        foreach (var some in things.Distinct().Select(Followed.Parse).GroupBy(thing => thing.Kind))
        {
            if (Kinds.FirstOrDefault(kind => kind.Kind == some.Key) is not { } followable) continue;
            foreach (var view in await followable.Find(db, [.. some.Select(thing => thing.Key)], ct)) found[view.Thing.ToString()] = view;
        }
        return found;
    }
}
