using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>What a facilitator does to one note.</summary>
public enum NoteTending
{
    Hide,
    Show,
    /// <summary>Its writer does nothing more here.</summary>
    Mute,
    Unmute,
    Park,
    Unpark,
    Answer,
    Reopen,
    /// <summary>On every screen.</summary>
    Spotlight,
    /// <summary>Off again.</summary>
    Dim,
}

[Audience(Audience.Facilitator)]
public sealed record TendNote(string Code, Guid Note, NoteTending Tending) : IRequest<Outcome<Done>>;

sealed class TendNoteHandler(AppDbContext db, BoardDesk desk, TimeProvider clock, Caller caller) : IRequestHandler<TendNote, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TendNote ask, CancellationToken ct)
    {
        var found = await desk.Facilitate(ask.Code, ct);
        if (found.Refused) return found.Why;
        var session = found.Value;
        if (await desk.NoteOf(session, ask.Note, ct) is not { } note) return Refusal.NotFound;
        var (deed, yes) = ask.Tending switch
        {
            NoteTending.Hide or NoteTending.Show => (ConsoleDeed.Hide, ask.Tending is NoteTending.Hide),
            NoteTending.Mute or NoteTending.Unmute => (ConsoleDeed.Mute, ask.Tending is NoteTending.Mute),
            NoteTending.Park or NoteTending.Unpark => (ConsoleDeed.Park, ask.Tending is NoteTending.Park),
            NoteTending.Answer or NoteTending.Reopen => (ConsoleDeed.Answer, ask.Tending is NoteTending.Answer),
            _ => (ConsoleDeed.Spotlight, ask.Tending is NoteTending.Spotlight),
        };
        var (tended, step) = session.Step(deed, note, () => deed switch
        {
            ConsoleDeed.Hide => session.Hide(note, yes),
            ConsoleDeed.Mute => session.Mute(note, yes),
            ConsoleDeed.Park => session.Park(note, yes),
            ConsoleDeed.Answer => session.Answer(note, yes),
            _ => session.ShowOne(yes ? note : null),
        }, caller.ActorId, clock.GetUtcNow());
        if (tended.Refused) return tended;
        if (step is not null) db.Add(step);
        await db.SaveChangesAsync(ct);
        return tended;
    }
}
