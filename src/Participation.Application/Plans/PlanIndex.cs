using System.Collections.Frozen;
using Participation.Domain.Plans;
using Participation.Domain.Search;

namespace Participation.Application.Plans;

/// <summary>The current plan of a consultation, ready to be read and looked up by anchor. Empty until one is imported.</summary>
public sealed class PlanIndex
{
    readonly FrozenDictionary<string, string> sectionOf;
    readonly FrozenDictionary<string, AnchoredSection> sections;
    readonly FrozenDictionary<string, AnchoredPassage> passages;

    readonly Lazy<PlanView> view;
    readonly Lazy<IReadOnlyList<(string Anchor, string Folded)>> searched;

    PlanIndex(int version, AnchoredPlan plan)
    {
        view = new(() => new PlanView(Version, TreeUnder("")));
        searched = new(Fold);
        Version = version;
        Sections = plan.Sections;
        Passages = plan.Passages;
        sections = plan.Sections.ToFrozenDictionary(s => s.Anchor);
        passages = plan.Passages.ToFrozenDictionary(p => p.Anchor);
        sectionOf = plan.Sections.Select(s => (s.Anchor, Section: s.Anchor))
            .Concat(plan.Passages.Select(p => (p.Anchor, Section: p.SectionAnchor)))
            .ToFrozenDictionary(a => a.Anchor, a => a.Section);
        BySection = plan.Passages.ToLookup(p => p.SectionAnchor);
        ByParent = plan.Sections.ToLookup(s => s.ParentAnchor ?? "");
    }

    /// <summary>0 while there is none.</summary>
    public int Version { get; }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<AnchoredSection> Sections { get; }

    public IReadOnlyList<AnchoredPassage> Passages { get; }

    public ILookup<string, AnchoredPassage> BySection { get; }

    /// <summary>Sections by the one they stand in; the outermost under the empty string.</summary>
    public ILookup<string, AnchoredSection> ByParent { get; }

    /// <summary>The plan as a tree, rendered once.</summary>
    public PlanView View => view.Value;

    /// <summary>Headings and passages in reading order, as they are searched; folded once.</summary>
    public IReadOnlyList<(string Anchor, string Folded)> Searched => searched.Value;

    public static PlanIndex Of(Plan? plan) => new(plan?.Version ?? 0, plan?.ToAnchored() ?? new([], []));

    public bool Knows(string anchor) => sectionOf.ContainsKey(anchor);

    /// <summary>The section an anchor stands in (its own, if it is a section's).</summary>
    public string? SectionOf(string? anchor) => anchor is null ? null : sectionOf.GetValueOrDefault(anchor);

    public AnchoredSection? Section(string? anchor) => anchor is null ? null : sections.GetValueOrDefault(anchor);

    public AnchoredPassage? Passage(string? anchor) => anchor is null ? null : passages.GetValueOrDefault(anchor);

    /// <summary>A section and all that stand in it, however deep.</summary>
    public IReadOnlyList<string> Within(string section)
    {
        var found = new List<string> { section };
        for (var i = 0; i < found.Count; i++) found.AddRange(ByParent[found[i]].Select(s => s.Anchor));
        return found;
    }

    /// <summary>From the outermost section to the one given.</summary>
    public IReadOnlyList<AnchoredSection> PathTo(string? anchor)
    {
        var path = new List<AnchoredSection>();
        for (var section = Section(SectionOf(anchor)); section is not null; section = Section(section.ParentAnchor)) path.Insert(0, section);
        return path;
    }

    List<(string Anchor, string Folded)> Fold() =>
    [
        .. Sections.Select(s => (s.Anchor, s.Order, Rank: 0, Text: $"{s.Number} {s.Title}"))
            .Concat(Passages.Select(p => (p.Anchor, p.Order, Rank: 1, p.Text)))
            .OrderBy(one => one.Order).ThenBy(one => one.Rank).Select(one => (one.Anchor, SearchText.Fold(NoteMarks.Shown(one.Text)))),
    ];

    List<SectionView> TreeUnder(string parent) =>
    [
        .. ByParent[parent].Select(s => new SectionView(
            s.Anchor, s.Level, s.Number, s.Title,
            [.. BySection[s.Anchor].Select(PassageView.Of)],
            TreeUnder(s.Anchor))),
    ];
}
