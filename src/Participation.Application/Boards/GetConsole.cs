using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>A session as its facilitator sees it: hidden notes too, so that they can be brought back, but none that is still collected in the dark.</summary>
[Audience(Audience.Facilitator)]
public sealed record GetConsole(string Code) : IRequest<Outcome<BoardSnapshot>>;

sealed class GetConsoleHandler(BoardReader reader, AppDbContext db, IMediator mediator, Caller caller) : IRequestHandler<GetConsole, Outcome<BoardSnapshot>>
{
    public async Task<Outcome<BoardSnapshot>> Handle(GetConsole ask, CancellationToken ct)
    {
        if (await reader.Read(ask.Code, ct) is not { } state) return Refusal.NotFound;
        if (!caller.MayFacilitate(state.Session.Space)) return Refusal.NotAllowed;
        var seen = await mediator.Send(new GetBoard(ask.Code), ct);
        if (seen.Refused) return seen;
        var hidden = state.Notes.Where(n => n.IsHidden && !n.IsGone).Select(state.ViewOf);
        return seen.Value with
        {
            Notes = [.. seen.Value.Notes, .. hidden],
            Steps = await Steps(state, ct),
            Marks = state.Notes.ToDictionary(n => n.Id, n => Marks(n, state.Session)),
        };
    }

    async Task<IReadOnlyList<ConsoleStepView>> Steps(BoardState state, CancellationToken ct)
    {
        var session = state.Session;
        var steps = await db.ConsoleSteps.AsNoTracking().Where(s => s.SessionId == session.Id && s.By == caller.ActorId && s.UndoneAt == null)
            .OrderByDescending(s => s.Id).Take(ConsoleStep.ShownAtMost).ToListAsync(ct);
        return [.. steps.Select(step =>
        {
            var notes = state.Notes.Where(n => step.Notes.Contains(n.Id)).ToList();
            return new ConsoleStepView(step.Id, step.Deed, step.Before, step.After, notes is [{ IsGone: false } one] && step.Notes.Count is 1 && (one.IsHidden || session.Shows(one)) ? one.Text : null, step.Notes.Count, step.At, session.CanUndo(step, notes));
        })];
    }

    static IReadOnlyList<NoteTending> Marks(Note note, WorkshopSession session) =>
    [
        .. note.IsHidden ? [NoteTending.Hide] : Array.Empty<NoteTending>(),
        .. session.Muted.Any(m => m.Note == note.WrittenAs) ? [NoteTending.Mute] : Array.Empty<NoteTending>(),
        .. note.IsParked ? [NoteTending.Park] : Array.Empty<NoteTending>(),
        .. note.IsAnswered ? [NoteTending.Answer] : Array.Empty<NoteTending>(),
        .. session.Spotlight == note.Id ? [NoteTending.Spotlight] : Array.Empty<NoteTending>(),
    ];
}
