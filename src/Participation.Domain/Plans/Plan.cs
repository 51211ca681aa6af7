using Participation.Domain.Consultations;
using Participation.Domain.Live;

namespace Participation.Domain.Plans;

/// <summary>計画案: one imported version of the text under discussion. A new import is a new version; old ones stay.</summary>
public sealed class Plan : Aggregate
{
    readonly List<Section> sections = [];
    readonly List<Passage> passages = [];

    Plan() { }

    public int Id { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>1 for the first import.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ImportedAt { get; private set; }
    public IReadOnlyList<Section> Sections => sections;
    public IReadOnlyList<Passage> Passages => passages;

    public static Plan Import(Consultation consultation, AnchoredPlan text, int version, DateTimeOffset now)
    {
        var plan = new Plan { ConsultationId = consultation.Id, Version = version, ImportedAt = now };
        plan.sections.AddRange(text.Sections.Select(s => new Section(s)));
        plan.passages.AddRange(text.Passages.Select(p => new Passage(p)));
        plan.Log("plan.imported", consultation.Stream, $$"""{"version":{{version}}}""");
        plan.Tell(consultation.Stream, Kinds.PlanImported, $$"""{"version":{{version}}}""");
        return plan;
    }

    public AnchoredPlan ToAnchored() => new(
        [.. sections.OrderBy(s => s.Order).Select(s => new AnchoredSection(s.Anchor, s.ParentAnchor, s.Order, s.Level, s.Number, s.Title))],
        [.. passages.OrderBy(p => p.Order).Select(p => new AnchoredPassage(p.Anchor, p.SectionAnchor, p.Order, p.Kind, p.Text, p.Markdown))]);
}

/// <summary>章節, as stored.</summary>
public sealed class Section
{
    Section() { }

    internal Section(AnchoredSection s) =>
        (Anchor, ParentAnchor, Order, Level, Number, Title) = (s.Anchor, s.ParentAnchor, s.Order, s.Level, s.Number, s.Title);

    public int PlanId { get; private set; }
    public string Anchor { get; private set; } = "";
    public string? ParentAnchor { get; private set; }
    public int Order { get; private set; }
    public int Level { get; private set; }
    public string? Number { get; private set; }
    public string Title { get; private set; } = "";
}

/// <summary>箇所, as stored.</summary>
public sealed class Passage
{
    Passage() { }

    internal Passage(AnchoredPassage p) =>
        (Anchor, SectionAnchor, Order, Kind, Text, Markdown) = (p.Anchor, p.SectionAnchor, p.Order, p.Kind, p.Text, p.Markdown);

    public int PlanId { get; private set; }
    public string Anchor { get; private set; } = "";
    public string SectionAnchor { get; private set; } = "";
    public int Order { get; private set; }
    public PassageKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public string Markdown { get; private set; } = "";
}
