using Participation.Application.Plans;
using Participation.Domain.Answering;
using Participation.Domain.Plans;

namespace Participation.Application.Answering;

/// <summary>The plan as the answers change it: its next version, and what became of each passage that was rewritten.</summary>
sealed class DecidedPlan
{
    readonly IReadOnlyDictionary<string, EditionRevision> past;
    readonly PlanIndex plan;
    readonly Dictionary<string, string?> after = [];

    DecidedPlan(PlanIndex plan, IReadOnlyDictionary<string, EditionRevision> past) => (this.plan, this.past) = (plan, past);

    /// <summary>Null where nothing changes.</summary>
    public AnchoredPlan? Text { get; private init; }

    /// <summary>For a first publication.</summary>
    public static DecidedPlan Of(PlanIndex plan, IReadOnlyList<PublishingItem> items)
    {
        var changes = items.SelectMany(i => i.Response!.Words.Rewrites).DistinctBy(c => c.Anchor).Where(c => plan.Passage(c.Anchor) is not null).ToList();
        if (changes.Count is 0) return new(plan, new Dictionary<string, EditionRevision>());
        var drafts = changes.ToDictionary(c => c.Anchor, c => plan.Passage(c.Anchor)!.Rewritten(c.After));
        var before = new AnchoredPlan(plan.Sections, plan.Passages);
        var text = Anchors.Assign(PlanRewriting.Of(before, drafts), before);
        var decided = new DecidedPlan(plan, new Dictionary<string, EditionRevision>()) { Text = text };
        // New words have a new anchor; the same words, said twice in a section, come in their order.
        var fresh = text.Passages.Where(p => plan.Passage(p.Anchor) is null).GroupBy(p => (p.SectionAnchor, p.Text)).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(p => p.Anchor)));
        foreach (var change in changes.OrderBy(c => plan.Passage(c.Anchor)!.Order))
        {
            var now = drafts[change.Anchor] is { } draft && fresh.TryGetValue((plan.Passage(change.Anchor)!.SectionAnchor, draft.Text), out var found) && found.TryDequeue(out var anchor) ? anchor : null;
            decided.after[change.Anchor] = now;
        }
        return decided;
    }

    /// <summary>For a correction: what the first edition changed in the plan stays as it is.</summary>
    public static DecidedPlan After(Edition before, PlanIndex plan) => new(plan, before.Revisions.ToDictionary(r => r.Anchor));

    public string? AnchorAfter(string anchor) => past.TryGetValue(anchor, out var known) ? known.NewAnchor : after.GetValueOrDefault(anchor);

    public string PlaceOf(string anchor) => past.TryGetValue(anchor, out var known) ? known.Place : PublishingItems.PlaceOf(plan, anchor);

    public int OrderOf(string anchor) => past.TryGetValue(anchor, out var known) ? known.Number : plan.Passage(anchor)?.Order ?? int.MaxValue;
}
