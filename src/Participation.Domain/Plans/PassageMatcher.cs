namespace Participation.Domain.Plans;

/// <summary>Finds for each passage the one with the same words in the version before: in its own section first, then anywhere.</summary>
static class PassageMatcher
{
    public static void Match(FlatPlan flat, AnchoredPlan previous)
    {
        var claimed = new HashSet<string>();
        var inSection = new Unclaimed<(string Section, string Text)>(claimed);
        var anywhere = new Unclaimed<string>(claimed);
        foreach (var passage in previous.Passages.OrderBy(passage => passage.Order))
        {
            var text = Folded.Of(passage.Text);
            inSection.Add((passage.SectionAnchor, text), passage.Anchor);
            anywhere.Add(text, passage.Anchor);
        }
        foreach (var passage in flat.Passages)
            if (passage.Section.Anchor is { } section) passage.Anchor = inSection.Claim((section, passage.Text));
        foreach (var passage in flat.Passages) passage.Anchor ??= anywhere.Claim(passage.Text);
    }
}
