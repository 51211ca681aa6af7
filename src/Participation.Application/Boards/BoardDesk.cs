using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>Somebody at a board who may do what they came for.</summary>
/// <param name="Key">Of the seat; of a facilitator without one, a key that nobody keeps.</param>
sealed record Hand(WorkshopSession Session, EditKey Key, Seat? Seat, bool Facilitates, DateTimeOffset Now)
{
    public bool Owns(Note note) => Facilitates || Key.Made(note);

    /// <summary>While it is collected, a note is its writer's; what is hidden is nobody else's at all.</summary>
    public bool MayTouch(Note note) => Owns(note) || (!note.IsHidden && Session.Shows(note) && Session.Stage is BoardStage.Cluster);

    /// <summary>Under which a note is held: two tabs of one browser are two hands. The facilitator takes it out of anybody's.</summary>
    public byte[] HolderOf(Note note, string? tab) => Facilitates && note.HeldBy is { } held ? held : Key.HashFor($"{Note.Thing(note.Id)} {tab}");
}

/// <summary>What a seat votes on, and the sheet that its votes stand on.</summary>
sealed record Vote(WorkshopSession Session, EditKey Key, Note Note, DotSheet Sheet);

/// <summary>Lets people act on boards: a seat by its edit key, within its stage, its pace and its own notes; whoever facilitates always.</summary>
sealed class BoardDesk(AppDbContext db, SeatPaces paces, TimeProvider clock, Caller caller)
{
    public static readonly Refusal Unseated = new(RefusalKind.Forbidden, "no-seat");

    public async Task<Outcome<Hand>> Take(string code, string? seatKey, SeatDeed deed, CancellationToken ct)
    {
        var session = await db.WorkshopSessions.Include(s => s.Boards).SingleOrDefaultAsync(s => s.Code == code, ct);
        if (session is null) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var key = EditKey.Parse(seatKey);
        if (caller.MayFacilitate(session.Space)) return new Hand(session, key ?? EditKey.New(), null, true, now);
        if (key is not { } own) return Unseated;
        var hash = own.HashFor(Seat.Thing(code));
        var seat = await db.Seats.AsNoTracking().SingleOrDefaultAsync(s => s.SessionId == session.Id && s.KeyHash == hash, ct);
        if (seat is null) return Unseated;
        if (session.Forbids(deed, own, now) is { } why) return why;
        if (!paces.MayAct(code, own)) return new Refusal(RefusalKind.TooOften, "too-fast", 5);
        return new Hand(session, own, seat, false, now);
    }

    /// <summary>A seat's vote on a note. Whoever runs the session has one where they have a seat.</summary>
    public async Task<Outcome<Vote>> Vote(string code, string? seatKey, SeatDeed deed, Guid id, CancellationToken ct)
    {
        var taken = await Take(code, seatKey, deed, ct);
        if (taken.Refused) return taken.Why;
        var (session, key) = (taken.Value.Session, taken.Value.Key);
        if (!await db.Sits(session, key, ct)) return Unseated;
        // What is still in the dark is not there; what was taken away may be said to be.
        if (await NoteOf(session, id, ct) is not { } note || (note.Stands && !session.Shows(note))) return Refusal.NotFound;
        return new Vote(session, key, note, await db.SheetOf(session, note, key, ct));
    }

    /// <summary>The session, for whoever facilitates it.</summary>
    public async Task<Outcome<WorkshopSession>> Facilitate(string code, CancellationToken ct)
    {
        var session = await db.WorkshopSessions.Include(s => s.Boards).SingleOrDefaultAsync(s => s.Code == code, ct);
        if (session is null) return Refusal.NotFound;
        return caller.MayFacilitate(session.Space) ? session : Refusal.NotAllowed;
    }

    public async Task<Note?> NoteOf(WorkshopSession session, Guid id, CancellationToken ct) =>
        await db.Notes.SingleOrDefaultAsync(n => n.SessionId == session.Id && n.Id == id, ct);

    /// <summary>All of them, or null when one is missing.</summary>
    public async Task<List<Note>?> NotesOf(WorkshopSession session, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToArray();
        var found = await db.Notes.Where(n => n.SessionId == session.Id && wanted.Contains(n.Id)).ToListAsync(ct);
        return found.Count == wanted.Length ? found : null;
    }
}
