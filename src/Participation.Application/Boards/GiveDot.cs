using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Gives a note a dot, or takes one back. So many each on one board, and nobody learns whose.</summary>
[Audience(Audience.Seat)]
public sealed record GiveDot(string Code, string? SeatKey, Guid Note, bool Give = true) : IRequest<Outcome<DotsLeft>>, IKeyedRequest
{
    public string? Key { get; init; }
}

public sealed record DotsLeft(int Left);

sealed class GiveDotHandler(AppDbContext db, BoardDesk desk) : IRequestHandler<GiveDot, Outcome<DotsLeft>>
{
    public async Task<Outcome<DotsLeft>> Handle(GiveDot ask, CancellationToken ct)
    {
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Dot, ct);
        if (taken.Refused) return taken.Why;
        var hand = taken.Value;
        // The facilitator's vote is that of a seat, or none.
        if (EditKey.Parse(ask.SeatKey) is not { } key || !await db.Sits(hand.Session, key, ct)) return BoardDesk.Unseated;
        if (await desk.NoteOf(hand.Session, ask.Note, ct) is not { } note || !hand.Session.Shows(note)) return Refusal.NotFound;
        var sheet = await db.SheetOf(hand.Session, note, key, ct);
        var changed = hand.Session.Dot(sheet, note, ask.Give);
        if (changed.Refused) return changed.Why;
        await db.SaveChangesAsync(ct);
        return new DotsLeft(hand.Session.DotsPerSeat - sheet.Notes.Count);
    }
}
