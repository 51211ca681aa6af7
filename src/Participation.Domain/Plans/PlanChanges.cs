namespace Participation.Domain.Plans;

public enum ChangeKind
{
    Unchanged,
    Changed,
    Added,
    Removed,
}

/// <summary>A passage of the older version and what became of it; one side is missing where it was added or removed.</summary>
public sealed record PassageChange(ChangeKind Kind, AnchoredPassage? Before, AnchoredPassage? After);

/// <summary>
/// What became of each passage between two versions, in the newer one's reading order. An anchor never passes to other words, so a
/// passage that was rewritten is found by how much of it is left, among those that went from its own section.
/// </summary>
public static class PlanChanges
{
    /// <summary>Less in common than this is another passage, not the same one rewritten.</summary>
    const double Alike = 0.4;

    /// <summary>As far as one looks for the passage before a rewriting, so that a long plan is compared in time.</summary>
    const int Looked = 40;

    public static IReadOnlyList<PassageChange> Between(AnchoredPlan before, AnchoredPlan after)
    {
        var old = before.Passages.OrderBy(p => p.Order).ToList();
        var now = after.Passages.OrderBy(p => p.Order).ToList();
        var pairs = Pairs(old, now);
        var gone = Gone(old, pairs);
        List<PassageChange> changes = [.. gone[""]];
        foreach (var passage in now)
        {
            var from = pairs.GetValueOrDefault(passage.Anchor);
            var kind = from is null ? ChangeKind.Added : from.Anchor == passage.Anchor ? ChangeKind.Unchanged : ChangeKind.Changed;
            changes.Add(new(kind, from, passage));
            changes.AddRange(gone[passage.Anchor]);
        }
        return changes;
    }

    /// <summary>The older passage of each newer anchor that has one.</summary>
    static Dictionary<string, AnchoredPassage> Pairs(List<AnchoredPassage> old, List<AnchoredPassage> now)
    {
        var known = old.ToDictionary(p => p.Anchor);
        var pairs = now.Where(p => known.ContainsKey(p.Anchor)).ToDictionary(p => p.Anchor, p => known[p.Anchor]);
        var left = old.Where(p => !pairs.ContainsKey(p.Anchor)).GroupBy(p => p.SectionAnchor)
            .ToDictionary(g => g.Key, g => g.Select(p => (Passage: p, Likeness: new Likeness(p.Text))).ToList());
        foreach (var passage in now)
        {
            if (pairs.ContainsKey(passage.Anchor) || !left.TryGetValue(passage.SectionAnchor, out var candidates)) continue;
            var likeness = new Likeness(passage.Text);
            var (best, share) = (-1, Alike);
            for (var i = 0; i < Math.Min(candidates.Count, Looked); i++)
            {
                if (candidates[i].Passage.Kind == passage.Kind && candidates[i].Likeness.To(likeness) is var alike && alike > share)
                    (best, share) = (i, alike);
            }
            if (best < 0) continue;
            pairs[passage.Anchor] = candidates[best].Passage;
            candidates.RemoveAt(best);
        }
        return pairs;
    }

    /// <summary>What was removed, by the newer anchor of the passage it stood behind.</summary>
    static ILookup<string, PassageChange> Gone(List<AnchoredPassage> old, Dictionary<string, AnchoredPassage> pairs)
    {
        var became = pairs.ToDictionary(p => p.Value.Anchor, p => p.Key);
        var (last, gone) = ("", new List<(string Behind, PassageChange Change)>());
        foreach (var passage in old)
        {
            if (became.TryGetValue(passage.Anchor, out var anchor)) last = anchor;
            else gone.Add((last, new(ChangeKind.Removed, passage, null)));
        }
        return gone.ToLookup(g => g.Behind, g => g.Change);
    }
}
