using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Mends a note of one's own.</summary>
[Audience(Audience.Seat)]
public sealed record EditNote(string Code, string? SeatKey, Guid Note, string? Text, NoteColour Colour) : IRequest<Outcome<Done>>;

/// <summary>Takes a note of one's own back, or brings it again.</summary>
[Audience(Audience.Seat)]
public sealed record RemoveNote(string Code, string? SeatKey, Guid Note, bool Gone = true) : IRequest<Outcome<Done>>;

/// <summary>Puts a note elsewhere. While notes are collected everybody moves their own, afterwards anybody's.</summary>
/// <param name="Position">An order key between the new neighbours'; null for the column's end.</param>
[Audience(Audience.Seat)]
public sealed record MoveNote(string Code, string? SeatKey, Guid Note, int Column, string? Position = null) : IRequest<Outcome<Done>>, IKeyedRequest
{
    public string? Key { get; init; }

    /// <summary>Which of the browser's tabs it is done in; null where there is but a page.</summary>
    public string? Tab { get; init; }
}

/// <summary>Takes notes in hand for ten seconds, so that nobody pulls them away: all or none.</summary>
[Audience(Audience.Seat)]
public sealed record HoldNotes(string Code, string? SeatKey, IReadOnlyList<Guid> Notes) : IRequest<Outcome<Done>>
{
    /// <summary>As of a move.</summary>
    public string? Tab { get; init; }
}

sealed class HoldNotesValidator : AbstractValidator<HoldNotes>
{
    public HoldNotesValidator() => RuleFor(h => h.Notes).Must(n => n is { Count: > 0 and <= WorkshopSession.TogetherAtMost })
        .WithErrorCode("list-too-long").WithState(_ => new object[] { WorkshopSession.TogetherAtMost });
}

sealed class ChangeNotesHandler(AppDbContext db, BoardDesk desk) : IRequestHandler<EditNote, Outcome<Done>>, IRequestHandler<RemoveNote, Outcome<Done>>,
    IRequestHandler<MoveNote, Outcome<Done>>, IRequestHandler<HoldNotes, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EditNote ask, CancellationToken ct)
    {
        var found = await Find(ask.Code, ask.SeatKey, SeatDeed.Write, ask.Note, ownOnly: true, ct);
        if (found.Refused) return found.Why;
        var (hand, note) = found.Value;
        var supports = await db.SupportsOf(hand.Session, note, ct);
        var edited = hand.Session.Edit(note, ask.Text, ask.Colour, supports);
        if (!edited.Refused) await db.SaveWords(hand.Session, note, supports, ct);
        return edited;
    }

    public Task<Outcome<Done>> Handle(RemoveNote ask, CancellationToken ct) =>
        Change(ask.Code, ask.SeatKey, SeatDeed.Write, ask.Note, ownOnly: true, (hand, note) => hand.Session.Remove(note, ask.Gone), ct);

    public Task<Outcome<Done>> Handle(MoveNote ask, CancellationToken ct) => Change(
        ask.Code, ask.SeatKey, SeatDeed.Move, ask.Note, ownOnly: false,
        (hand, note) => hand.Session.Move(note, ask.Column, ask.Position ?? OrderKey.At(hand.Now), hand.HolderOf(note, ask.Tab), hand.Now), ct);

    public async Task<Outcome<Done>> Handle(HoldNotes ask, CancellationToken ct)
    {
        var taken = await desk.Take(ask.Code, ask.SeatKey, SeatDeed.Move, ct);
        if (taken.Refused) return taken.Why;
        var hand = taken.Value;
        if (await desk.NotesOf(hand.Session, ask.Notes, ct) is not { } notes || notes.Exists(n => !hand.MayTouch(n))) return Refusal.NotFound;
        var held = hand.Session.Hold(notes, note => hand.HolderOf(note, ask.Tab), hand.Now);
        if (!held.Refused) await db.SaveChangesAsync(ct);
        return held;
    }

    async Task<Outcome<Done>> Change(
        string code, string? key, SeatDeed deed, Guid id, bool ownOnly, Func<Hand, Note, Outcome<Done>> how, CancellationToken ct)
    {
        var found = await Find(code, key, deed, id, ownOnly, ct);
        if (found.Refused) return found.Why;
        var changed = how(found.Value.Hand, found.Value.Note);
        if (!changed.Refused) await db.SaveChangesAsync(ct);
        return changed;
    }

    async Task<Outcome<(Hand Hand, Note Note)>> Find(string code, string? key, SeatDeed deed, Guid id, bool ownOnly, CancellationToken ct)
    {
        var taken = await desk.Take(code, key, deed, ct);
        if (taken.Refused) return taken.Why;
        var hand = taken.Value;
        // A note that the asker may not see is not there for them.
        if (await desk.NoteOf(hand.Session, id, ct) is not { } note || !hand.MayTouch(note)) return Refusal.NotFound;
        return ownOnly && !hand.Owns(note) ? Refusal.Conflict("not-your-note") : (hand, note);
    }
}
