namespace Participation.Domain.Plans;

/// <summary>Other words for some passages of a plan: the rest stays as it is, and keeps its anchors.</summary>
public static class PlanRewriting
{
    /// <param name="rewrites">New drafts by the anchors of the passages in whose place they stand; null takes one out.</param>
    public static PlanDraft Of(AnchoredPlan plan, IReadOnlyDictionary<string, PassageDraft?> rewrites)
    {
        var passages = plan.Passages.OrderBy(p => p.Order).ToLookup(p => p.SectionAnchor);
        var children = plan.Sections.OrderBy(s => s.Order).ToLookup(s => s.ParentAnchor ?? "");
        // Inside out, so that a plan nested deeply needs no deep stack.
        var made = new Dictionary<string, SectionDraft>();
        foreach (var section in plan.Sections.OrderByDescending(s => s.Level))
        {
            made[section.Anchor] = new(
                section.Number, section.Title,
                [.. passages[section.Anchor].Select(p => rewrites.TryGetValue(p.Anchor, out var other) ? other : new PassageDraft(p.Kind, p.Text, p.Markdown)).OfType<PassageDraft>()],
                [.. children[section.Anchor].Select(s => made[s.Anchor])]);
        }
        return new([.. children[""].Select(s => made[s.Anchor])]);
    }
}
