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

    /// <summary>The seat's sheet for the note's board; a new one where it has none yet.</summary>
    public static async Task<DotSheet> SheetOf(this AppDbContext db, WorkshopSession session, Note note, EditKey key, CancellationToken ct)
    {
        var voter = key.HashFor(DotSheet.Thing(note.BoardId));
        var sheet = await db.DotSheets.SingleOrDefaultAsync(s => s.BoardId == note.BoardId && s.Voter == voter, ct);
        if (sheet is null) db.Add(sheet = new DotSheet(session.Boards.Single(b => b.Id == note.BoardId), key));
        return sheet;
    }
}
