using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Spaces;

/// <summary>Spaces in the order they were opened, or the newest first.</summary>
[Audience(Audience.Public)]
public sealed record ListSpaces(long After = 0, int Limit = 50) : IRequest<Outcome<Page<SpaceView>>>
{
    public bool NewestFirst { get; init; }

    /// <summary>Only those the caller does staff's work in.</summary>
    public bool Theirs { get; init; }
}

sealed class ListSpacesHandler(AppDbContext db, Caller caller) : IRequestHandler<ListSpaces, Outcome<Page<SpaceView>>>
{
    public async Task<Outcome<Page<SpaceView>>> Handle(ListSpaces ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var asked = db.Spaces.AsNoTracking();
        if (ask.Theirs && !caller.IsStaff)
        {
            var slugs = caller.StaffSpaces;
            asked = asked.Where(s => slugs.Contains(s.Slug));
        }
        asked = ask.NewestFirst ? asked.Where(s => ask.After == 0 || s.Id < ask.After).OrderByDescending(s => s.Id) : asked.Where(s => s.Id > ask.After).OrderBy(s => s.Id);
        return Page.Of(await asked.Take(limit + 1).ToListAsync(ct), limit, s => s.Id).Map(SpaceView.Of);
    }
}
