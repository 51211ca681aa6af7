using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>わたしも聞きたい: supports another's question, or takes that back. Nobody learns whose support it is.</summary>
[Audience(Audience.Seat)]
public sealed record SupportQuestion(string Code, string? SeatKey, Guid Note, bool Support = true) : IRequest<Outcome<Done>>, IKeyedRequest
{
    public string? Key { get; init; }
}

sealed class SupportQuestionHandler(AppDbContext db, BoardDesk desk) : IRequestHandler<SupportQuestion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SupportQuestion ask, CancellationToken ct)
    {
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Support, ct);
        if (taken.Refused) return taken.Why;
        var session = taken.Value.Session;
        if (EditKey.Parse(ask.SeatKey) is not { } key || !await db.Sits(session, key, ct)) return BoardDesk.Unseated;
        // What is still in the dark is not there; what was taken away may be said to be.
        if (await desk.NoteOf(session, ask.Note, ct) is not { } note || (note.Stands && !session.Shows(note))) return Refusal.NotFound;
        var sheet = await db.SheetOf(session, note, key, ct);
        var changed = session.Support(sheet, note, key, ask.Support);
        if (!changed.Refused) await db.SaveChangesAsync(ct);
        return changed;
    }
}
