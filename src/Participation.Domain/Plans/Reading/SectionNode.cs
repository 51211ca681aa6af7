namespace Participation.Domain.Plans.Reading;

/// <summary>A section while the tree grows.</summary>
sealed class SectionNode(string? number, string title, HeadingKind kind, NumberMark? mark, SectionNode? parent)
{
    readonly List<PassageDraft> passages = [];
    readonly List<SectionNode> children = [];

    public string Title => title;
    public HeadingKind Kind => kind;
    public NumberMark? Mark => mark;
    public SectionNode? Parent => parent;
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;
    public string Key { get; } = Folded.Of(NoteMarks.Removed(number + title));
    public bool HasKnownChild { get; private set; }
    public bool HasPassages => passages.Count > 0;
    public bool IsBare => passages.Count == 0 && children.Count == 0;
    public bool IsNumbered => kind is HeadingKind.Numbered or HeadingKind.Matter;

    /// <summary>Only lists the headings of others, so nothing stands under it.</summary>
    public bool IsOutline { get; } = HeadingWords.IsOutline(Folded.Of(title));

    public void Add(PassageDraft passage) => passages.Add(passage);

    public SectionNode Open(string? itsNumber, string itsTitle, HeadingKind itsKind, NumberMark? itsMark)
    {
        var child = new SectionNode(itsNumber, itsTitle, itsKind, itsMark, this);
        children.Add(child);
        HasKnownChild |= itsKind == HeadingKind.Known;
        return child;
    }

    /// <summary>From this section outwards, the plan itself last.</summary>
    public IEnumerable<SectionNode> Outwards()
    {
        for (var node = this; node is not null; node = node.Parent) yield return node;
    }

    public SectionDraft Draft() => new(number, title, passages, Sections());

    public IReadOnlyList<SectionDraft> Sections() => [.. children.Select(child => child.Draft())];
}
