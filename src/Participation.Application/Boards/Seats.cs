using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Boards;

namespace Participation.Application.Boards;

static class Seats
{
    public static Task<bool> Sits(this AppDbContext db, WorkshopSession session, EditKey key, CancellationToken ct)
    {
        var hash = key.HashFor(Seat.Thing(session.Code));
        return db.Seats.AnyAsync(s => s.SessionId == session.Id && s.KeyHash == hash, ct);
    }
}
