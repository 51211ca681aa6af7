namespace Participation.Domain.Plans.Reading;

/// <summary>Puts judged blocks into a tree of sections, in reading order.</summary>
sealed class TreeBuilder
{
    readonly SectionNode root = new(null, "", HeadingKind.None, null, null);
    readonly Rhythm rhythm;
    readonly bool[] startsSeries;
    SectionNode open;

    TreeBuilder(IReadOnlyList<Block> blocks, Verdict[] verdicts)
    {
        open = root;
        rhythm = new(blocks, verdicts);
        startsSeries = SeriesStarts(blocks, verdicts);
    }

    public static PlanDraft Build(IReadOnlyList<Block> blocks, Verdict[] verdicts)
    {
        var builder = new TreeBuilder(blocks, verdicts);
        for (var i = 0; i < blocks.Count; i++) builder.Take(blocks[i], verdicts[i], i);
        return new(builder.root.Sections());
    }

    void Take(Block block, Verdict verdict, int i)
    {
        if (verdict.Role == Role.Heading && !IsRunningHead(block)) Open(block, verdict.Kind, i);
        else foreach (var passage in Passages(block, verdict.Role)) Add(passage);
    }

    void Open(Block block, HeadingKind kind, int i)
    {
        var mark = kind == HeadingKind.Numbered ? block.Mark : null;
        var parent = mark is not null ? NumberedPlace.Of(mark, open, startsSeries[i]) : Place(block, kind);
        open = parent.Open(mark is null ? null : block.Text[..mark.Length], mark is null ? block.Text : block.Rest, kind, mark);
    }

    SectionNode Place(Block block, HeadingKind kind) => kind switch
    {
        HeadingKind.Matter => root,
        HeadingKind.Known => Known(block),
        HeadingKind.Bracket => Outside(HeadingKind.Bracket, HeadingKind.Symbol, HeadingKind.ParenTitle),
        HeadingKind.Symbol => Outside(HeadingKind.Symbol, HeadingKind.ParenTitle),
        HeadingKind.ParenTitle => Outside(HeadingKind.ParenTitle),
        _ => Outside(HeadingKind.Lead, HeadingKind.Bracket, HeadingKind.Symbol, HeadingKind.ParenTitle),
    };

    SectionNode Known(Block block)
    {
        var numbered = open.Outwards().First(node => node.Parent is null || node.IsNumbered && !node.IsOutline && !IsPoint(node));
        if (numbered.IsBare) return numbered;
        // The outermost that fits: a section with a single (1) would fit as well as the (1).
        return open.Outwards().LastOrDefault(node => node.Mark is { } mark && rhythm.Beats(block.Text, mark.Key))
            ?? open.Outwards().FirstOrDefault(node => node.HasKnownChild && node.IsNumbered)
            ?? numbered;
    }

    SectionNode Outside(params ReadOnlySpan<HeadingKind> kinds)
    {
        var node = open;
        while (node.Parent is not null && (kinds.Contains(node.Kind) || node.IsOutline || IsPoint(node))) node = node.Parent;
        return node;
    }

    // ① with a title of its own: the smallest section there is.
    static bool IsPoint(SectionNode node) => node.Mark is { Style: MarkStyle.Circled };

    // A page's running head repeats a heading that is still open.
    bool IsRunningHead(Block block) =>
        open.Outwards().Any(node => node.Mark is not null && node.Key == Folded.Of(NoteMarks.Removed(block.Text)));

    static IEnumerable<PassageDraft> Passages(Block block, Role role)
    {
        if (!block.IsTable) return [PassageDrafts.Of(Kind(role), block.Text)];
        return OutlineFinder.IsContentsTable(block)
            ? block.Rows.Select(row => PassageDrafts.Of(PassageKind.Item, string.Join(' ', row.Where(cell => cell.Length > 0))))
            : [PassageDrafts.Table(block.Rows)];
    }

    static PassageKind Kind(Role role) => role switch
    {
        Role.Item => PassageKind.Item,
        // A heading that is not opened: a running head.
        Role.Caption or Role.Heading => PassageKind.Caption,
        _ => PassageKind.Paragraph,
    };

    // Words before the first heading stand in a section without a title.
    void Add(PassageDraft passage)
    {
        if (open == root) open = root.Open(null, "", HeadingKind.Lead, null);
        open.Add(passage);
    }

    /// <summary>For each plain number, whether its own sub-numbers come before its number comes again.</summary>
    static bool[] SeriesStarts(IReadOnlyList<Block> blocks, Verdict[] verdicts)
    {
        var starts = new bool[blocks.Count];
        var next = "";
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (verdicts[i].Kind != HeadingKind.Numbered) continue;
            var mark = blocks[i].Mark!;
            if (mark is { Style: MarkStyle.Compound, Last: 1 }) next = mark.Prefix;
            else if (mark.Style == MarkStyle.Compound) next = "";
            else if (mark.Style == MarkStyle.Plain && mark.Path == next) (starts[i], next) = (true, "");
        }
        return starts;
    }
}
