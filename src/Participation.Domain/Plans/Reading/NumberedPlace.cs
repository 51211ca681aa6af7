namespace Participation.Domain.Plans.Reading;

/// <summary>Finds the section under which a numbered heading stands, by the numbers that are open around it.</summary>
static class NumberedPlace
{
    // Deeper than any plan: a hostile text must not nest without end.
    const int DeepestParent = 7;

    /// <param name="open">The section opened last.</param>
    /// <param name="startsSeries">Whether the sub-numbers that come next belong to this number (2 … 2-1).</param>
    public static SectionNode Of(NumberMark mark, SectionNode open, bool startsSeries)
    {
        var parent = mark.Style switch
        {
            MarkStyle.Part => Root(open),
            MarkStyle.Chapter => Above(open, MarkStyle.Part),
            MarkStyle.Division => Above(open, MarkStyle.Chapter, MarkStyle.Part),
            MarkStyle.Clause => Above(open, MarkStyle.Division, MarkStyle.Chapter, MarkStyle.Part),
            MarkStyle.Compound => Compound(mark, open),
            MarkStyle.Label when mark.IsAppendix => open.Outwards().First(node => node.Kind == HeadingKind.Matter || node.Parent is null),
            MarkStyle.Label => Same(mark, open)?.Parent ?? Adopt(mark, open),
            _ => Series(mark, open, startsSeries),
        };
        return parent.Outwards().First(node => node.Depth <= DeepestParent);
    }

    static SectionNode Series(NumberMark mark, SectionNode open, bool startsSeries)
    {
        var before = open.Outwards().Where(node => Precedes(node, mark)).ToList();
        // "2" may go on with the inner 1 or with the outer one; that 2-1 comes next says the outer.
        if (before.Count > 0) return (startsSeries ? before[^1] : before[0]).Parent!;
        var innermost = open.Outwards().FirstOrDefault(node => node.Mark is not null);
        if (innermost?.Mark!.Key == mark.Key) return innermost.Parent!;
        if (mark.Last > 1 && Same(mark, open) is { } same) return same.Parent!;
        return Adopt(mark, open);
    }

    static bool Precedes(SectionNode node, NumberMark mark) =>
        node.Mark is { } other
        && (other.Key == mark.Key && other.Last == mark.Last - 1
            // 3-1, 3-2, 3-3 may stand in for a 3 that has no heading of its own.
            || mark.Style == MarkStyle.Plain && other.Style == MarkStyle.Compound && other.Prefix == $"{mark.Last - 1}"
                && node.Parent?.Mark is not { Style: MarkStyle.Plain });

    static SectionNode Compound(NumberMark mark, SectionNode open)
    {
        foreach (var node in open.Outwards())
        {
            if (node.Mark is not { } other) continue;
            if (other.Key == mark.Key && other.Prefix == mark.Prefix) return node.Parent!;
            // An empty 主な施策 was set there to hold what comes; one with text of its own is over.
            if (other.Path == mark.Prefix) return open is { Kind: HeadingKind.Known, IsBare: true, IsOutline: false } ? open : node;
        }
        var level = mark.Prefix.Contains('-') ? null : open.Outwards().FirstOrDefault(node =>
            node.Mark is { Style: MarkStyle.Plain } other && $"{other.Last + 1}" == mark.Prefix);
        return (level ?? Same(mark, open))?.Parent ?? Adopt(mark, open);
    }

    static SectionNode? Same(NumberMark mark, SectionNode open) =>
        open.Outwards().FirstOrDefault(node => node.Mark?.Key == mark.Key);

    // A heading without a number holds small numbers, and larger ones only while it has no text of its own.
    static SectionNode Adopt(NumberMark mark, SectionNode open) => open.Outwards().First(node =>
        node.Parent is null || node.IsNumbered && !node.IsOutline
        || mark.IsSmall && node.Kind is HeadingKind.Bracket
        || node.Kind is HeadingKind.Known or HeadingKind.Lead && !node.IsOutline && (!node.HasPassages || mark.IsSmall));

    static SectionNode Above(SectionNode open, params ReadOnlySpan<MarkStyle> styles)
    {
        foreach (var style in styles)
            for (var node = open; node is not null; node = node.Parent)
                if (node.Mark?.Style == style) return node;
        return Root(open);
    }

    static SectionNode Root(SectionNode open) => open.Outwards().Last();
}
