using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Domain.Audit;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>What is hidden in the published result, with what was published there, and what might have to be: whoever looks is written down.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record GetResultMasks(string Slug) : IRequest<Outcome<ResultMasksView>>;

/// <param name="Offered">Words that are masked in opinions and stand in the result in clear.</param>
public sealed record ResultMasksView(IReadOnlyList<ResultMaskRow> Masks, IReadOnlyList<OfferedMask> Offered);

/// <param name="Places">The rows as they were published.</param>
public sealed record ResultMaskRow(
    Guid Id, string Words, string Reason, string? ByName, DateTimeOffset At, DateTimeOffset? LiftedAt, string? LiftedByName, string? LiftReason, IReadOnlyList<PublishedPlace> Places);

public sealed record OfferedMask(string Words, IReadOnlyList<PublishedPlace> Places);

sealed class GetResultMasksHandler(AppDbContext db, AnswerDesk desk, ResultMasks masks, AccountSeal accounts, AuditTrail audit)
    : IRequestHandler<GetResultMasks, Outcome<ResultMasksView>>
{
    public async Task<Outcome<ResultMasksView>> Handle(GetResultMasks ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = entered.Value.Consultation;
        if (consultation.PublishedAt is null) return Refusal.NotFound;
        // First: what could not be written down is not shown.
        await audit.Note(new Act("result.original-looked-at", consultation.Stream, "{}"), desk.Actor, ct);
        var said = await masks.Said(consultation.Id, ct);
        var kept = await db.ResultMasks.AsNoTracking().Where(m => m.ConsultationId == consultation.Id).OrderByDescending(m => m.At).ToListAsync(ct);
        var hidden = kept.Where(m => m.LiftedAt is null).Select(m => m.Words).ToList();
        var names = await accounts.NamesOf(db, kept.SelectMany(m => new[] { m.By, m.LiftedBy }), ct);
        IReadOnlyList<PublishedPlace> Of(string words) => [.. said.Where(s => s.Text.Contains(words, StringComparison.Ordinal))];
        return new ResultMasksView(
            [.. kept.Select(m => new ResultMaskRow(m.Id, m.Words, m.Reason, names.GetValueOrDefault(m.By), m.At, m.LiftedAt, names.GetValueOrDefault(m.LiftedBy ?? ""), m.LiftReason, Of(m.Words)))],
            [.. (await masks.MaskedInOpinions(consultation.Id, ct)).Except(hidden, StringComparer.Ordinal).Select(w => new OfferedMask(w, Of(w))).Where(o => o.Places.Count > 0)]);
    }
}
