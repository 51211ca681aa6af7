using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

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

sealed class TendNoteHandler(AppDbContext db, BoardDesk desk) : IRequestHandler<TendNote, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TendNote ask, CancellationToken ct)
    {
        var found = await desk.Facilitate(ask.Code, ct);
        if (found.Refused) return found.Why;
        var session = found.Value;
        if (await desk.NoteOf(session, ask.Note, ct) is not { } note) return Refusal.NotFound;
        var tended = ask.Tending switch
        {
            NoteTending.Hide or NoteTending.Show => session.Hide(note, ask.Tending is NoteTending.Hide),
            NoteTending.Mute or NoteTending.Unmute => session.Mute(note, ask.Tending is NoteTending.Mute),
            NoteTending.Park or NoteTending.Unpark => session.Park(note, ask.Tending is NoteTending.Park),
            NoteTending.Answer or NoteTending.Reopen => session.Answer(note, ask.Tending is NoteTending.Answer),
            _ => session.ShowOne(ask.Tending is NoteTending.Spotlight ? note : null),
        };
        if (!tended.Refused) await db.SaveChangesAsync(ct);
        return tended;
    }
}
