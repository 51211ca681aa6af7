using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>Where a submission stands in a list: its own sequence, or that of its first opinion of the kind that is looked for.</summary>
sealed class LedgerPlace
{
    public long Place { get; init; }
    public Guid Submission { get; init; }
}

/// <summary>Finds a page's submissions by walking one index from a place on, however many there are.</summary>
sealed class LedgerPlaces(AppDbContext db, Caller caller)
{
    /// <summary>More sections than a plan has; each is an index's stretch of its own.</summary>
    public const int SectionsAtMost = 200;

    public async Task<List<LedgerPlace>> Find(CatalogEntry entry, LedgerFilter filter, long? from, bool backwards, int count, CancellationToken ct)
    {
        var submissions = filter.Narrow(db.Submissions.AsNoTracking().VisibleTo(caller, entry.Consultation), caller);
        if (filter.Ungrouped)
            return await InNoGroup(filter.Section is { } place ? [.. entry.Plan.Within(place).Take(SectionsAtMost)] : null, await db.LeftAlone(entry.Consultation.Id, ct)).ToListAsync(ct);
        var opinions = db.Opinions.AsNoTracking().Where(o => o.ConsultationId == entry.Consultation.Id);
        if (filter.Section is { } section)
            return await OnSections([.. entry.Plan.Within(section).Take(SectionsAtMost)]).ToListAsync(ct);
        return await (filter.OutOfScope
            ? Stretch(FirstOf(opinions.Where(o => o.Status == SubmissionStatus.OutOfScope), e => e.Where(o => o.Status == SubmissionStatus.OutOfScope)))
            : Stretch(submissions.Select(s => new LedgerPlace { Place = s.Sequence, Submission = s.Id }))).ToListAsync(ct);

        // A chapter is its sections one by one: to sort all of a chapter's opinions would take longer the more there are.
        IQueryable<LedgerPlace> OnSections(string[] sections) => Stretch(sections
            .Select(one => Stretch(FirstOf(
                Scoped(opinions.Where(o => o.Section == one && o.Status != SubmissionStatus.Undone)),
                e => Scoped(e.Where(o => sections.Contains(o.Section!) && o.Status != SubmissionStatus.Undone)))))
            .Aggregate((all, each) => all.Concat(each)));

        // Those that were never beside another, of a chapter its sections one by one; and those few that are alone again.
        IQueryable<LedgerPlace> InNoGroup(string[]? sections, IReadOnlyList<Guid> alone)
        {
            IQueryable<Opinion> Within(IQueryable<Opinion> some) => sections is null ? some : some.Where(o => sections.Contains(o.Section!));
            IQueryable<Opinion> Either(IQueryable<Opinion> some) => Within(some.Where(e => (!e.Grouped && e.Status == SubmissionStatus.Accepted) || EF.Parameter(alone).Contains(e.Id)));
            var unplaced = db.Unplaced(entry.Consultation.Id);
            return Stretch((sections?.Select(one => unplaced.Where(o => o.Section == one)) ?? [unplaced]).Append(Within(db.Opinions.Counted().Where(o => EF.Parameter(alone).Contains(o.Id))))
                .Select(some => Stretch(FirstOf(some, Either))).Aggregate((all, each) => all.Concat(each)));
        }

        IQueryable<Opinion> Scoped(IQueryable<Opinion> some) => filter.OutOfScope ? some.Where(o => o.Status == SubmissionStatus.OutOfScope) : some;

        // A submission stands where its first opinion of the kind does, and only there.
        IQueryable<LedgerPlace> FirstOf(IQueryable<Opinion> some, Func<IQueryable<Opinion>, IQueryable<Opinion>> ofTheKind) => some
            .Where(o => !ofTheKind(db.Opinions).Any(e => e.SubmissionId == o.SubmissionId && e.Sequence < o.Sequence))
            .Where(o => submissions.Any(s => s.Id == o.SubmissionId))
            .Select(o => new LedgerPlace { Place = o.Sequence, Submission = o.SubmissionId });

        IQueryable<LedgerPlace> Stretch(IQueryable<LedgerPlace> some)
        {
            if (from is { } place) some = backwards ? some.Where(p => p.Place < place) : some.Where(p => p.Place > place);
            return (backwards ? some.OrderByDescending(p => p.Place) : some.OrderBy(p => p.Place)).Take(count);
        }
    }
}
