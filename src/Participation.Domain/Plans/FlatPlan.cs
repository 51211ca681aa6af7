namespace Participation.Domain.Plans;

/// <summary>A draft in reading order, its anchors still to be found.</summary>
sealed class FlatPlan
{
    public List<Section> Sections { get; } = [];
    public List<Passage> Passages { get; } = [];

    public static FlatPlan Of(PlanDraft draft)
    {
        var flat = new FlatPlan();
        var order = 0;
        // An own stack: a plan given as data may nest deeper than the program's.
        var waiting = new Stack<(SectionDraft Draft, Section? Parent)>(draft.Sections.Reverse().Select(section => (section, (Section?)null)));
        while (waiting.TryPop(out var next))
        {
            var section = new Section(next.Draft, next.Parent, order++);
            flat.Sections.Add(section);
            foreach (var passage in next.Draft.Passages) flat.Passages.Add(new(passage, section, order++));
            foreach (var child in next.Draft.Sections.Reverse()) waiting.Push((child, section));
        }
        return flat;
    }

    public sealed class Section(SectionDraft draft, Section? parent, int order)
    {
        public SectionDraft Draft => draft;
        public Section? Parent => parent;
        public int Order => order;
        public int Level { get; } = parent is null ? 1 : parent.Level + 1;
        public string? Anchor { get; set; }
    }

    public sealed class Passage(PassageDraft draft, Section section, int order)
    {
        public PassageDraft Draft => draft;
        public Section Section => section;
        public int Order => order;
        public string Text { get; } = Folded.Of(draft.Text);
        public string? Anchor { get; set; }
    }
}
