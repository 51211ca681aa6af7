using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>役割を外す, from the next request on.</summary>
[Audience(Audience.Administrator)]
public sealed record TakeRole(Guid Grant, string Reason) : IRequest<Outcome<Done>>;

/// <summary>Undoes the taking: the same role is given anew, with the same end.</summary>
[Audience(Audience.Administrator)]
public sealed record GiveRoleBack(Guid Grant) : IRequest<Outcome<Guid>>;

sealed class TakeRoleHandler(AppDbContext db, Rights rights, TimeProvider clock, Caller caller) : IRequestHandler<TakeRole, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeRole ask, CancellationToken ct)
    {
        var grant = await db.RoleGrants.SingleOrDefaultAsync(g => g.Id == ask.Grant, ct);
        if (grant is null) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var keeper = grant.KeepsTheSite(now) ? await db.KeeperBeside(grant.UserId, now, ct) : null;
        var taken = grant.Take(ask.Reason, caller, keeper, now);
        if (taken.Refused) return taken.Why;
        await db.SaveChangesAsync(ct);
        rights.Forget(grant.UserId);
        return Done.It;
    }
}

sealed class GiveRoleBackHandler(AppDbContext db, IMediator mediator) : IRequestHandler<GiveRoleBack, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(GiveRoleBack ask, CancellationToken ct)
    {
        var taken = await db.RoleGrants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == ask.Grant && g.TakenAt != null, ct);
        if (taken is null) return Refusal.NotFound;
        return await mediator.Send(new GiveRole(taken.UserId, new(taken.Role, taken.Reason, taken.Space, taken.OfficeId, Until: taken.Until)), ct);
    }
}
