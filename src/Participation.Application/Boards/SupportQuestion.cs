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

    /// <summary>Which words were read (<see cref="NoteView.Words"/>): of others than stand now there is no support.</summary>
    public string? Words { get; init; }
}

sealed class SupportQuestionHandler(AppDbContext db, BoardDesk desk) : IRequestHandler<SupportQuestion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SupportQuestion ask, CancellationToken ct)
    {
        var vote = await desk.Vote(ask.Code, ask.SeatKey, SeatDeed.Support, ask.Note, ct);
        if (vote.Refused) return vote.Why;
        var (session, key, note, sheet) = vote.Value;
        var changed = session.Support(sheet, note, key, ask.Support, ask.Words);
        // Supports of one question meet neither each other nor its row: so that it was not answered, taken away or rewritten is looked at once more.
        if (!changed.Refused) await db.SaveOnlyIf(() => db.Notes.AnyAsync(n => n.Id == note.Id && n.Text == note.Text && !n.IsAnswered && !n.IsHidden && !n.IsGone, ct), ct);
        return changed;
    }
}
