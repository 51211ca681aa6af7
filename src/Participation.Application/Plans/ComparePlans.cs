using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>What changed in the text from one version to another.</summary>
[Audience(Audience.Public)]
public sealed record ComparePlans(string Slug, int From, int To) : IRequest<Outcome<PlanComparison>>;

/// <param name="Sections">All that have passages in either version, in reading order.</param>
public sealed record PlanComparison(PlanVersionView From, PlanVersionView To, IReadOnlyList<ComparedSection> Sections)
{
    public int Count(ChangeKind kind) => Sections.Sum(s => s.Passages.Count(p => p.Kind == kind));
}

/// <summary>A section's number and title, with what changed in them, and its passages.</summary>
public sealed record ComparedSection(string Anchor, IReadOnlyList<TextPiece> Heading, IReadOnlyList<ComparedPassage> Passages);

/// <param name="BeforeAnchor">Where it stood in the older version; null when it is new.</param>
/// <param name="Anchor">Where it stands in the newer version; null when it was removed.</param>
public sealed record ComparedPassage(ChangeKind Kind, string? BeforeAnchor, string? Anchor, PassageKind Of, IReadOnlyList<TextPiece> Pieces);

sealed class ComparePlansHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh)
    : IRequestHandler<ComparePlans, Outcome<PlanComparison>>
{
    public async Task<Outcome<PlanComparison>> Handle(ComparePlans ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation.Id: var id, Plan.Version: var newest }) return Refusal.NotFound;
        if (ask.From < 1 || ask.To < 1 || ask.From > newest || ask.To > newest) return Refusal.NotFound;
        return await fresh.Get((nameof(ComparePlans), id, ask.From, ask.To), async () =>
            Compare((await db.Version(id, ask.From, ct))!, (await db.Version(id, ask.To, ct))!));
    }

    static PlanComparison Compare(Plan from, Plan to)
    {
        var (before, after) = (from.ToAnchored(), to.ToAnchored());
        var (old, now) = (before.Sections.ToDictionary(s => s.Anchor), after.Sections.ToDictionary(s => s.Anchor));
        var sections = new List<ComparedSection>();
        foreach (var change in PlanChanges.Between(before, after))
        {
            var anchor = (change.After ?? change.Before)!.SectionAnchor;
            if (sections.Count is 0 || sections[^1].Anchor != anchor)
                sections.Add(new(anchor, Heading(old.GetValueOrDefault(anchor), now.GetValueOrDefault(anchor)), new List<ComparedPassage>()));
            ((List<ComparedPassage>)sections[^1].Passages).Add(Compared(change));
        }
        return new(new(from.Version, from.ImportedAt), new(to.Version, to.ImportedAt), sections);
    }

    static ComparedPassage Compared(PassageChange change) => new(
        change.Kind, change.Before?.Anchor, change.After?.Anchor, (change.After ?? change.Before)!.Kind, change.Kind switch
        {
            ChangeKind.Unchanged => WordChanges.Some(PieceKind.Kept, NoteMarks.Shown(change.After!.Text)),
            ChangeKind.Added => WordChanges.Some(PieceKind.Added, NoteMarks.Shown(change.After!.Text)),
            ChangeKind.Removed => WordChanges.Some(PieceKind.Removed, NoteMarks.Shown(change.Before!.Text)),
            _ => WordChanges.Between(NoteMarks.Shown(change.Before!.Text), NoteMarks.Shown(change.After!.Text)),
        });

    static IReadOnlyList<TextPiece> Heading(AnchoredSection? before, AnchoredSection? after) => WordChanges.Between(Words(before), Words(after));

    static string Words(AnchoredSection? section) => section is null ? "" : $"{section.Number} {NoteMarks.Shown(section.Title)}".Trim();
}
