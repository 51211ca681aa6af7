using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>Takes back an act of one's own at the console, for as long as what it left still stands.</summary>
[Audience(Audience.Facilitator)]
public sealed record UndoConsoleStep(string Code, int Step) : IRequest<Outcome<Done>>;

/// <param name="Note">What stands on the note it was done to; null where it was done to the session, or to several.</param>
/// <param name="Count">How many notes it was done to.</param>
/// <param name="CanUndo">Nothing later stands in the way.</param>
public sealed record ConsoleStepView(int Id, ConsoleDeed Deed, string Before, string After, string? Note, int Count, DateTimeOffset At, bool CanUndo);

sealed class UndoConsoleStepHandler(AppDbContext db, BoardDesk desk, TimeProvider clock, Caller caller) : IRequestHandler<UndoConsoleStep, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(UndoConsoleStep ask, CancellationToken ct)
    {
        var found = await desk.Facilitate(ask.Code, ct);
        if (found.Refused) return found.Why;
        var session = found.Value;
        var step = await db.ConsoleSteps.SingleOrDefaultAsync(s => s.Id == ask.Step && s.SessionId == session.Id && s.By == caller.ActorId, ct);
        if (step is null) return Refusal.NotFound;
        var ids = step.Notes.ToArray();
        var notes = ids.Length is 0 ? [] : await db.Notes.Where(n => n.SessionId == session.Id && ids.Contains(n.Id)).ToListAsync(ct);
        var undone = session.Undo(step, notes, clock.GetUtcNow());
        if (!undone.Refused) await db.SaveChangesAsync(ct);
        return undone;
    }
}
