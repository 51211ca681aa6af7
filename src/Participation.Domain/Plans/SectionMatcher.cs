namespace Participation.Domain.Plans;

/// <summary>
/// Finds for each section the one with the same title in the version before. Titles like 現状と課題 come back in every
/// chapter, so the parent decides first; a new chapter in front must not take the anchors of the one it pushed back.
/// </summary>
static class SectionMatcher
{
    public static void Match(FlatPlan flat, AnchoredPlan previous)
    {
        var claimed = new HashSet<string>();
        var exact = new Unclaimed<(string? Parent, string? Number, string Title)>(claimed);
        var underParent = new Unclaimed<(string? Parent, string Title)>(claimed);
        var anywhere = new Unclaimed<string>(claimed);
        foreach (var section in previous.Sections.OrderBy(section => section.Order))
        {
            var title = Key(section.Number, section.Title);
            exact.Add((section.ParentAnchor, section.Number, title), section.Anchor);
            underParent.Add((section.ParentAnchor, title), section.Anchor);
            anywhere.Add(title, section.Anchor);
        }

        // Each pass in reading order, so that a parent is known before its children ask.
        var passes = new Func<FlatPlan.Section, string?>[]
        {
            section => InPlace(section, (parent, title) => exact.Claim((parent, section.Draft.Number, title))),
            section => InPlace(section, (parent, title) => underParent.Claim((parent, title))),
            section => InPlace(section, (parent, title) => exact.Claim((parent, section.Draft.Number, title)) ?? underParent.Claim((parent, title)))
                ?? anywhere.Claim(Key(section.Draft.Number, section.Draft.Title)),
        };
        foreach (var pass in passes)
            foreach (var section in flat.Sections) section.Anchor ??= pass(section);
    }

    static string? InPlace(FlatPlan.Section section, Func<string?, string, string?> claim) =>
        section.Parent is { Anchor: null } ? null : claim(section.Parent?.Anchor, Key(section.Draft.Number, section.Draft.Title));

    // A renumbered title is the same section; the number counts only where there is no title.
    static string Key(string? number, string title) => Folded.Of(title.Length > 0 ? title : number ?? "");
}
