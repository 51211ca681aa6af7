using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Following;

/// <summary>What the caller follows, the latest first; there are never more than <see cref="Follow.AtMost"/>.</summary>
[Audience(Audience.SignedIn)]
public sealed record ListFollowed : IRequest<Outcome<FollowedList>>;

public sealed record FollowedList(IReadOnlyList<FollowedRow> Things);

/// <param name="About">Null when nobody may see it any more: it can still be let go of.</param>
public sealed record FollowedRow(string Thing, FollowedView? About, Cadence Cadence);

sealed class ListFollowedHandler(AppDbContext db, Followables followables, Caller caller) : IRequestHandler<ListFollowed, Outcome<FollowedList>>
{
    public async Task<Outcome<FollowedList>> Handle(ListFollowed ask, CancellationToken ct)
    {
        var follows = await db.Follows.AsNoTracking().Where(f => f.UserId == caller.UserId).OrderByDescending(f => f.Since).ThenBy(f => f.Thing).ToListAsync(ct);
        var abouts = await followables.Find(db, follows.Select(f => f.Thing), ct);
        return new FollowedList([.. follows.Select(f => new FollowedRow(f.Thing, abouts.GetValueOrDefault(f.Thing), f.Cadence))]);
    }
}
