namespace Participation.Domain.Plans;

/// <summary>A section with its lasting anchor. <paramref name="Order"/> is its place in reading order, shared with passages.</summary>
public sealed record AnchoredSection(string Anchor, string? ParentAnchor, int Order, int Level, string? Number, string Title);

/// <summary>A passage with its lasting anchor, standing in a section.</summary>
public sealed record AnchoredPassage(string Anchor, string SectionAnchor, int Order, PassageKind Kind, string Text, string Markdown);

/// <summary>A plan flattened to reading order: what is stored, linked to and commented.</summary>
public sealed record AnchoredPlan(IReadOnlyList<AnchoredSection> Sections, IReadOnlyList<AnchoredPassage> Passages);
