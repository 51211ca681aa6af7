using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>回答の期限 among staff: the last day on which answers are to be approved. Null for none.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record SetAnswersDue(string Slug, DateOnly? Day) : IRequest<Outcome<Done>>;

sealed class SetAnswersDueHandler(AppDbContext db, AnswerDesk desk, ConsultationCatalog catalog) : IRequestHandler<SetAnswersDue, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SetAnswersDue ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = await db.Consultations.SingleAsync(c => c.Slug == ask.Slug, ct);
        consultation.DueAnswers(ask.Day);
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return Done.It;
    }
}
