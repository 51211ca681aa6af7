using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>付箋を書く.</summary>
/// <param name="Id">Made by whoever writes, so that a note sent twice is one.</param>
[Audience(Audience.Seat)]
public sealed record WriteNote(string Code, string? SeatKey, Guid Id, NoteDraft Draft) : IRequest<Outcome<Done>>;

sealed class WriteNoteHandler(AppDbContext db, BoardDesk desk) : IRequestHandler<WriteNote, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WriteNote ask, CancellationToken ct)
    {
        var known = await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == ask.Id, ct);
        // Sent again after a lost answer: it was written, whatever the board is at by now.
        if (known is not null && EditKey.Parse(ask.SeatKey)?.Made(known) is true) return Done.It;
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Write, ct);
        if (taken.Refused) return taken.Why;
        var hand = taken.Value;
        if (known is not null) return known.SessionId == hand.Session.Id && hand.Owns(known) ? Done.It : Refusal.KeyReused;
        var standing = await db.Notes.CountAsync(n => n.BoardId == ask.Draft.Board && !n.IsGone, ct);
        var written = hand.Session.Write(ask.Id, ask.Draft, hand.Key, hand.Seat?.Name, standing, hand.Now);
        if (written.Refused) return written.Why;
        db.Add(written.Value);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
