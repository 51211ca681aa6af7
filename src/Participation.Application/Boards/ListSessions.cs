using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>Sessions that the caller may run, the latest first.</summary>
[Audience(Audience.Facilitator)]
public sealed record ListSessions(int? Before = null, int Limit = 30) : IRequest<Outcome<Page<SessionRow>>>;

public sealed record SessionRow(int Id, string Code, string Title, string? Space, BoardStage Stage, DateTimeOffset OpenedAt, bool Over, bool Published, int Seats, int Notes);

sealed class ListSessionsHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<ListSessions, Outcome<Page<SessionRow>>>
{
    public async Task<Outcome<Page<SessionRow>>> Handle(ListSessions ask, CancellationToken ct)
    {
        var (limit, now) = (Paging.Bound(ask.Limit), clock.GetUtcNow());
        var everywhere = caller.MayFacilitate(null);
        var spaces = caller.SpaceRoles.Where(r => caller.MayFacilitate(r.Space)).Select(r => r.Space).ToArray();
        var found = await db.WorkshopSessions.AsNoTracking().Where(s => everywhere || spaces.Contains(s.Space))
            .Where(s => ask.Before == null || s.Id < ask.Before).OrderByDescending(s => s.Id).Take(limit + 1)
            .Select(s => new SessionRow(
                s.Id, s.Code, s.Title, s.Space, s.Stage, s.OpenedAt, s.ClosesAt <= now, s.PublishedAt != null,
                db.Seats.Count(seat => seat.SessionId == s.Id), db.Notes.Count(n => n.SessionId == s.Id && !n.IsGone)))
            .ToListAsync(ct);
        return Page.Of(found, limit, s => s.Id);
    }
}
