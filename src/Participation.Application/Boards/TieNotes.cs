using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Makes two notes of one of one's own.</summary>
/// <param name="Part">The second; its id is made by whoever splits, so that a note split twice is two.</param>
[Audience(Audience.Seat)]
public sealed record SplitNote(string Code, string? SeatKey, Guid Note, Guid Part, string? First, string? Second) : IRequest<Outcome<Done>>;

/// <summary>Links two notes of a board, or takes the link away.</summary>
[Audience(Audience.Seat)]
public sealed record LinkNotes(string Code, string? SeatKey, Guid Note, Guid Other, bool Linked = true) : IRequest<Outcome<Done>>, IKeyedRequest
{
    public string? Key { get; init; }
}

sealed class TieNotesHandler(AppDbContext db, BoardDesk desk) : IRequestHandler<SplitNote, Outcome<Done>>, IRequestHandler<LinkNotes, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SplitNote ask, CancellationToken ct)
    {
        var known = await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == ask.Part, ct);
        // Sent again after a lost answer: it was split, whatever the board is at by now.
        if (known is not null && EditKey.Parse(ask.SeatKey)?.Made(known) is true) return Done.It;
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Write, ct);
        if (taken.Refused) return taken.Why;
        var hand = taken.Value;
        if (known is not null) return known.SessionId == hand.Session.Id && hand.Owns(known) ? Done.It : Refusal.KeyReused;
        if (await desk.NoteOf(hand.Session, ask.Note, ct) is not { } note || !hand.MayTouch(note)) return Refusal.NotFound;
        if (!hand.Owns(note)) return Refusal.Conflict("not-your-note");
        // How text sorts is the engine's affair, how notes stand is ours.
        var places = await db.Notes.Where(n => n.BoardId == note.BoardId && !n.IsGone).Select(n => new { n.Column, n.Position }).ToListAsync(ct);
        var next = places.Where(p => p.Column == note.Column && string.CompareOrdinal(p.Position, note.Position) > 0).Select(p => p.Position).Order(StringComparer.Ordinal).FirstOrDefault();
        var supports = await db.SupportsOf(hand.Session, note, ct);
        var part = hand.Session.Split(note, ask.Part, ask.First, ask.Second, next, places.Count, supports);
        if (part.Refused) return part.Why;
        db.Add(part.Value);
        await db.SaveWords(hand.Session, note, supports, ct);
        return Done.It;
    }

    public async Task<Outcome<Done>> Handle(LinkNotes ask, CancellationToken ct)
    {
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Cluster, ct);
        if (taken.Refused) return taken.Why;
        var session = taken.Value.Session;
        if (ask.Note == ask.Other) return Refusal.Invalid("other", "notes-of-one-board");
        if (await desk.NotesOf(session, [ask.Note, ask.Other], ct) is not { } notes || !notes.TrueForAll(n => n.IsGone || session.Shows(n))) return Refusal.NotFound;
        var linked = session.Link(notes[0], notes[1], ask.Linked, (await Standing(notes[0], ct), await Standing(notes[1], ct)));
        if (!linked.Refused) await db.SaveChangesAsync(ct);
        return linked;
    }

    async Task<int> Standing(Note note, CancellationToken ct)
    {
        var ends = note.Links.ToArray();
        return ends.Length is 0 ? 0 : await db.Notes.CountAsync(n => ends.Contains(n.Id) && !n.IsGone, ct);
    }
}
