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
        var vote = await desk.Vote(ask.Code, ask.SeatKey, SeatDeed.Dot, ask.Note, ct);
        if (vote.Refused) return vote.Why;
        var (session, _, note, sheet) = vote.Value;
        var changed = session.Dot(sheet, note, ask.Give);
        if (changed.Refused) return changed.Why;
        await db.SaveChangesAsync(ct);
        return new DotsLeft(session.DotsPerSeat - sheet.Notes.Count);
    }
}
