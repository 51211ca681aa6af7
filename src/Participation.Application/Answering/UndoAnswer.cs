using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>Takes the last step on an answer back, whoever took it, until the result is published.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record UndoAnswer(string Slug, int Number, Guid Step) : IRequest<Outcome<AnswerDone>>;

sealed class UndoAnswerHandler(AppDbContext db, AnswerDesk desk) : IRequestHandler<UndoAnswer, Outcome<AnswerDone>>
{
    public async Task<Outcome<AnswerDone>> Handle(UndoAnswer ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Consultation.Id;
        var step = await db.ResponseSteps.SingleOrDefaultAsync(s => s.Id == ask.Step && s.ConsultationId == id, ct);
        if (step is null) return Refusal.NotFound;
        var response = await db.Responses.SingleAsync(r => r.Id == step.ResponseId, ct);
        var last = await db.ResponseSteps.Where(s => s.ResponseId == response.Id && s.UndoneAt == null).OrderByDescending(s => s.Version).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
        var undone = response.Undo(step, last, entered.Value.Consultation, desk.Actor, desk.Now);
        if (undone.Refused) return undone.Why;
        await db.SaveChangesAsync(ct);
        return new AnswerDone(ask.Number, response.Version);
    }
}
