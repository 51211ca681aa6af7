using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>Grows a tree of sections from headings that state their level.</summary>
sealed class DraftBuilder
{
    readonly List<Node> open = [new(0, null, "")];

    public void Heading(int level, string heading)
    {
        var (number, title) = HeadingNumber.Split(heading);
        Open(level, number, title);
    }

    // Words before the first heading stand in a section without a title.
    public void Add(PassageDraft passage)
    {
        if (open.Count == 1) Open(1, null, "");
        open[^1].Passages.Add(passage);
    }

    public PlanDraft Build() => new([.. open[0].Children.Select(node => node.Draft())]);

    void Open(int level, string? number, string title)
    {
        while (open.Count > 1 && open[^1].Level >= level) open.RemoveAt(open.Count - 1);
        var node = new Node(level, number, title);
        open[^1].Children.Add(node);
        open.Add(node);
    }

    sealed record Node(int Level, string? Number, string Title)
    {
        public List<PassageDraft> Passages { get; } = [];
        public List<Node> Children { get; } = [];

        public SectionDraft Draft() => new(Number, Title, Passages, [.. Children.Select(child => child.Draft())]);
    }
}
