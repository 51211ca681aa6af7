using MediatR;
using Microsoft.AspNetCore.SignalR;
using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Web.Boards;
using Participation.Web.Words;

namespace Participation.Web.Live;

/// <summary>What a phone does to a board. The seat is proved by the cookie that came with the connection; each answers once it is committed.</summary>
public sealed partial class LiveHub
{
    public Task<BoardAnswer> WriteNote(string code, Guid id, Guid board, int column, string? text, string? colour) =>
        Act(code, key => new WriteNote(code, key, id, new(board, column, text, ColourOf(colour))));

    public Task<BoardAnswer> EditNote(string code, Guid note, string? text, string? colour) => Act(code, key => new EditNote(code, key, note, text, ColourOf(colour)));

    public Task<BoardAnswer> RemoveNote(string code, Guid note, bool gone) => Act(code, key => new RemoveNote(code, key, note, gone));

    /// <param name="key">Names this act: sent again after a lost answer it has no second effect.</param>
    public Task<BoardAnswer> MoveNote(string code, Guid note, int column, string? position, string? key) =>
        Act(code, seat => new MoveNote(code, seat, note, column, position) { Key = KeyOf(key), Tab = Tab });

    public Task<BoardAnswer> HoldNotes(string code, Guid[] notes) => Act(code, key => new HoldNotes(code, key, notes) { Tab = Tab });

    public Task<BoardAnswer> StackNotes(string code, Guid cluster, Guid[] notes, string? title) => Act(code, key => new StackNotes(code, key, cluster, notes, title));

    public Task<BoardAnswer> UnstackNotes(string code, Guid[] notes) => Act(code, key => new UnstackNotes(code, key, notes));

    public Task<BoardAnswer> NameCluster(string code, Guid cluster, string? title) => Act(code, key => new NameCluster(code, key, cluster, title));

    public Task<BoardAnswer> SplitNote(string code, Guid note, Guid part, string? first, string? second) =>
        Act(code, key => new SplitNote(code, key, note, part, first, second));

    /// <param name="key">As of a move.</param>
    public Task<BoardAnswer> LinkNotes(string code, Guid note, Guid other, bool linked, string? key) =>
        Act(code, seat => new LinkNotes(code, seat, note, other, linked) { Key = KeyOf(key) });

    /// <param name="key">As of a move.</param>
    public Task<BoardAnswer> GiveDot(string code, Guid note, bool give, string? key) =>
        Act(code, seat => new GiveDot(code, seat, note, give) { Key = KeyOf(key) });

    /// <param name="key">As of a move.</param>
    /// <param name="words">Which words were read, as the note said.</param>
    public Task<BoardAnswer> SupportQuestion(string code, Guid note, bool support, string? key, string? words) =>
        Act(code, seat => new SupportQuestion(code, seat, note, support) { Key = KeyOf(key), Words = words });

    /// <summary>Somebody writes, or has stopped; said again while they do. Who runs the session is told how many.</summary>
    public async Task<BoardAnswer> Writing(string code, bool now)
    {
        var said = await mediator.Send(new SayWriting(code, Seat(code)), Context.ConnectionAborted);
        if (!said.Refused) await writers.Say(Context.ConnectionId, code, now);
        return Answer(said);
    }

    /// <summary>From now on the caller, who runs the session, hears <c>writing(count)</c>.</summary>
    public async Task<BoardAnswer> FollowWriting(string code)
    {
        var console = await mediator.Send(new GetConsole(code), Context.ConnectionAborted);
        if (!console.Refused) await writers.Follow(Context.ConnectionId, code);
        return Answer(console);
    }

    // An act that arrived is carried out, though its phone be gone: it would only come again.
    async Task<BoardAnswer> Act<T>(string code, Func<string?, IRequest<Outcome<T>>> how)
    {
        var seat = Seat(code);
        return Answer(await turns.InTurn($"{code} {seat ?? Context.ConnectionId}", () => mediator.Send(how(seat), CancellationToken.None)));
    }

    string? Seat(string code) => SeatCookie.Of(Context.GetHttpContext(), code);

    /// <summary>Named by the page for as long as it is open, so that a line that was cut leads back to the same hand.</summary>
    string? Tab => KeyOf(Context.GetHttpContext()?.Request.Query["tab"]);

    BoardAnswer Answer<T>(Outcome<T> outcome) => outcome.Refused ? new(outcome.Why.Code, words.Of(outcome.Why.Code, outcome.Why.Values)) : new(null, null);

    static string? KeyOf(string? key) => key is { Length: > 0 and <= 64 } ? key : null;

    static NoteColour ColourOf(string? colour) => Enum.TryParse<NoteColour>(colour, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : NoteColour.Yellow;
}

/// <summary>What came of an act: nothing to say, or why not, as a code and as a sentence.</summary>
public sealed record BoardAnswer(string? Refused, string? Words);
