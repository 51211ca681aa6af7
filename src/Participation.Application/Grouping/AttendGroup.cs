using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Grouping;

/// <summary>Who is looking at a group, for colleagues who look at it too. Nothing is kept.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record AttendGroup(string Slug, int Group) : IRequest<Outcome<Attendee>>;

sealed class AttendGroupHandler(AppDbContext db, GroupDesk desk, AccountSeal accounts, Caller caller) : IRequestHandler<AttendGroup, Outcome<Attendee>>
{
    public async Task<Outcome<Attendee>> Handle(AttendGroup ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = entered.Value.Consultation.Id;
        if (!await db.OpinionGroups.AnyAsync(g => g.ConsultationId == consultation && g.Number == ask.Group, ct)) return Refusal.NotFound;
        var names = await accounts.NamesOf(db, [caller.UserId], ct);
        return new Attendee(caller.ActorId, names.GetValueOrDefault(caller.UserId ?? "") ?? "");
    }
}
