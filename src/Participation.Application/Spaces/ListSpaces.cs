using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Spaces;

/// <summary>Spaces in the order they were opened.</summary>
[Audience(Audience.Public)]
public sealed record ListSpaces(long After = 0, int Limit = 50) : IRequest<Outcome<Page<SpaceView>>>;

sealed class ListSpacesHandler(AppDbContext db) : IRequestHandler<ListSpaces, Outcome<Page<SpaceView>>>
{
    public async Task<Outcome<Page<SpaceView>>> Handle(ListSpaces ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var found = await db.Spaces.AsNoTracking().Where(s => s.Id > ask.After).OrderBy(s => s.Id).Take(limit + 1).ToListAsync(ct);
        return Page.Of(found, limit, s => s.Id).Map(SpaceView.Of);
    }
}
