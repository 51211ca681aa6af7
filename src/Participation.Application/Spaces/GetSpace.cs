using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Spaces;

/// <summary>One space with its consultations, the latest to open first.</summary>
[Audience(Audience.Public)]
public sealed record GetSpace(string Slug) : IRequest<Outcome<SpaceWithConsultations>>;

sealed class GetSpaceHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<GetSpace, Outcome<SpaceWithConsultations>>
{
    public async Task<Outcome<SpaceWithConsultations>> Handle(GetSpace ask, CancellationToken ct)
    {
        var space = await db.Spaces.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct);
        if (space is null) return Refusal.NotFound;
        var consultations = await db.Consultations.AsNoTracking().Where(c => c.Space == ask.Slug).OrderByDescending(c => c.Opens).ToListAsync(ct);
        return new SpaceWithConsultations(SpaceView.Of(space), await db.ViewsOf(consultations, clock.GetUtcNow(), caller, ct));
    }
}
