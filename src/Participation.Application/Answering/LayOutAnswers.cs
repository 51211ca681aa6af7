using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Grouping;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>Gives each opinion that counts and stands in no group a row of its own to be answered in. It decides nothing: it can be grouped as before.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record LayOutAnswers(string Slug) : IRequest<Outcome<AnswersDone>>;

sealed class LayOutAnswersHandler(AppDbContext db, AnswerDesk desk) : IRequestHandler<LayOutAnswers, Outcome<AnswersDone>>
{
    /// <summary>In one commit, so that nobody waits long behind it.</summary>
    const int AtOnce = 1_000;

    public async Task<Outcome<AnswersDone>> Handle(LayOutAnswers ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = entered.Value.Consultation;
        if (consultation.PublishedAt is not null) return Refusal.Conflict("result-published");
        var count = 0;
        while (true)
        {
            var alone = await db.Unplaced(consultation.Id).AsNoTracking()
                .OrderBy(o => o.Sequence).Take(AtOnce).Select(o => new { o.Id, o.Section }).ToListAsync(ct);
            if (alone.Count is 0) return new AnswersDone(count);
            var number = await db.OpinionGroups.Where(g => g.ConsultationId == consultation.Id).MaxAsync(g => (int?)g.Number, ct) ?? 0;
            foreach (var opinion in alone)
            {
                var group = new OpinionGroup(consultation.Id, ++number, GroupKind.Same, opinion.Id, opinion.Section, desk.Now);
                db.Add(group);
                db.Add(new GroupMember(opinion.Id, group.Id, Placing.First, 100, counted: true));
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            count += alone.Count;
        }
    }
}
