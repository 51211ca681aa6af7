namespace Participation.Domain.Plans;

/// <summary>
/// Gives every section and passage an anchor that lasts: opinions and links hang on it. The same text keeps its anchor in the
/// next version, wherever it has moved; new text gets one made from its own words; and an anchor never passes to other words.
/// </summary>
public static class Anchors
{
    /// <param name="draft">The version to be anchored.</param>
    /// <param name="previous">The version before it, or null.</param>
    public static AnchoredPlan Assign(PlanDraft draft, AnchoredPlan? previous)
    {
        var flat = FlatPlan.Of(draft);
        if (previous is not null)
        {
            SectionMatcher.Match(flat, previous);
            PassageMatcher.Match(flat, previous);
        }
        var names = new AnchorNames(previous);
        // Sections first: a passage names the section it stands in.
        foreach (var section in flat.Sections) section.Anchor ??= names.New('s', section.Draft.Number + section.Draft.Title);
        foreach (var passage in flat.Passages) passage.Anchor ??= names.New('p', passage.Draft.Text);
        return new(
            [.. flat.Sections.Select(one => new AnchoredSection(
                one.Anchor!, one.Parent?.Anchor, one.Order, one.Level, one.Draft.Number, one.Draft.Title))],
            [.. flat.Passages.Select(one => new AnchoredPassage(
                one.Anchor!, one.Section.Anchor!, one.Order, one.Draft.Kind, one.Draft.Text, one.Draft.Markdown))]);
    }
}
