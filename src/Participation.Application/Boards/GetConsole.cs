using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>A session as its facilitator sees it: hidden notes too, so that they can be brought back, but none that is still collected in the dark.</summary>
[Audience(Audience.Facilitator)]
public sealed record GetConsole(string Code) : IRequest<Outcome<BoardSnapshot>>;

sealed class GetConsoleHandler(BoardReader reader, IMediator mediator, Caller caller) : IRequestHandler<GetConsole, Outcome<BoardSnapshot>>
{
    public async Task<Outcome<BoardSnapshot>> Handle(GetConsole ask, CancellationToken ct)
    {
        if (await reader.Read(ask.Code, ct) is not { } state) return Refusal.NotFound;
        if (!caller.MayFacilitate(state.Session.Space)) return Refusal.NotAllowed;
        var seen = await mediator.Send(new GetBoard(ask.Code), ct);
        if (seen.Refused) return seen;
        var hidden = state.Notes.Where(n => n.IsHidden && !n.IsGone).Select(NoteView.Of);
        return seen.Value with
        {
            Notes = [.. seen.Value.Notes, .. hidden],
            Marks = state.Notes.ToDictionary(n => n.Id, n => Marks(n, state.Session)),
        };
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
