using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>Where opinions went: the row of the result that answers each, and the passage of the decided plan that it changed.</summary>
/// <param name="Sequences">Those of a page.</param>
[Audience(Audience.Public)]
public sealed record FindAnswers(string Slug, IReadOnlyList<long> Sequences) : IRequest<Outcome<AnswersFound>>;

public sealed record AnswersFound(IReadOnlyList<OpinionAnswer> Items)
{
    public OpinionAnswer? Of(long sequence) => Items.FirstOrDefault(i => i.Sequence == sequence);
}

/// <param name="Row">Its number.</param>
/// <param name="Became">The passage as it stands since; null when the plan stayed as it was.</param>
public sealed record OpinionAnswer(long Sequence, int Row, string? Became);

sealed class FindAnswersHandler(AppDbContext db, ConsultationCatalog catalog) : IRequestHandler<FindAnswers, Outcome<AnswersFound>>
{
    const int AtMost = 200;

    static readonly AnswersFound None = new([]);

    public async Task<Outcome<AnswersFound>> Handle(FindAnswers ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not var (consultation, _)) return Refusal.NotFound;
        if (consultation.PublishedAt is null || ask.Sequences.Count is 0 || await db.NewestEditionOf(consultation.Id, ct) is not { } edition) return None;
        var sequences = ask.Sequences.Take(AtMost).ToList();
        var found = await db.Opinions.AsNoTracking().Counted().Where(o => o.ConsultationId == consultation.Id && sequences.Contains(o.Sequence))
            .Join(db.GroupMembers.Where(m => m.Counted), o => o.Id, m => m.OpinionId, (o, m) => new { o.Sequence, m.GroupId })
            .Join(db.OpinionGroups, m => m.GroupId, g => g.Id, (m, g) => new { m.Sequence, Root = g.IntoId ?? g.Id })
            .Join(db.EditionRows.Where(r => r.EditionId == edition), m => m.Root, r => r.GroupId, (m, r) => new { m.Sequence, r.Number }).ToListAsync(ct);
        var changed = await db.ChangedByRow(edition, ct);
        return new AnswersFound([.. found.Select(f => new OpinionAnswer(f.Sequence, f.Number, changed[f.Number].FirstOrDefault()))]);
    }
}
