using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Somebody with a seat is still writing. It is kept nowhere: that a seat may write now is all that is looked at.</summary>
[Audience(Audience.Seat)]
public sealed record SayWriting(string Code, string? SeatKey) : IRequest<Outcome<Done>>;

sealed class SayWritingHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<SayWriting, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SayWriting ask, CancellationToken ct)
    {
        if (EditKey.Parse(ask.SeatKey) is not { } key) return BoardDesk.Unseated;
        var session = await db.WorkshopSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Code == ask.Code, ct);
        if (session is null) return Refusal.NotFound;
        if (!await db.Sits(session, key, ct)) return BoardDesk.Unseated;
        return session.Forbids(SeatDeed.Write, key, clock.GetUtcNow()) is { } why ? why : Done.It;
    }
}
