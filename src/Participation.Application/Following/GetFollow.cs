using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Following;

/// <summary>Whether the caller follows a thing.</summary>
[Audience(Audience.SignedIn)]
public sealed record GetFollow(string Thing) : IRequest<Outcome<FollowState>>;

/// <param name="Cadence">Null when it is not followed.</param>
public sealed record FollowState(Cadence? Cadence);

sealed class GetFollowHandler(AppDbContext db, Caller caller) : IRequestHandler<GetFollow, Outcome<FollowState>>
{
    public async Task<Outcome<FollowState>> Handle(GetFollow ask, CancellationToken ct) => new FollowState(
        await db.Follows.Where(f => f.UserId == caller.UserId && f.Thing == ask.Thing).Select(f => (Cadence?)f.Cadence).SingleOrDefaultAsync(ct));
}
