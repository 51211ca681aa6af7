using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Following;

/// <summary>フォローする; for what is followed already, changes how soon they are told by mail.</summary>
/// <param name="Thing">As <see cref="Followed"/> spells it.</param>
[Audience(Audience.SignedIn)]
public sealed record FollowThing(string Thing, Cadence Cadence = Cadence.AtOnce) : IRequest<Outcome<Done>>;

sealed class FollowThingValidator : AbstractValidator<FollowThing>
{
    public FollowThingValidator() => RuleFor(f => f.Cadence).IsInEnum().WithErrorCode("cadence-unknown");
}

sealed class FollowThingHandler(AppDbContext db, Followables followables, Caller caller, TimeProvider clock) : IRequestHandler<FollowThing, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(FollowThing ask, CancellationToken ct)
    {
        if (!Followed.TryParse(ask.Thing, out var thing) || await followables.Find(db, thing, ct) is null) return Refusal.NotFound;
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == caller.UserId, ct) is not { } user) return Refusal.NotFound;
        if (await db.Follows.SingleOrDefaultAsync(f => f.UserId == user.Id && f.Thing == ask.Thing, ct) is { } follow)
        {
            follow.Change(ask.Cadence);
            if (ask.Cadence is Cadence.OnSiteOnly) await db.LeaveDigests(user.Id, ask.Thing, ct);
        }
        else
        {
            var others = await db.Follows.CountAsync(f => f.UserId == user.Id, ct);
            var begun = Follow.Begin(user.Id, thing, ask.Cadence, others, clock.GetUtcNow());
            if (begun.Refused) return begun.Why;
            db.Add(begun.Value);
        }
        // Mail about it comes in the language in which they asked for it.
        user.Language = DayWords.CodeOf(CultureInfo.CurrentUICulture);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
