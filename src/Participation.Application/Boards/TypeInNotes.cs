using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Documents.Csv;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>Notes that were written on paper: all of them or none.</summary>
/// <param name="Csv">A table with a column <c>text</c>, beside or in place of the lines.</param>
[Audience(Audience.Facilitator)]
public sealed record TypeInNotes(string Code, Guid Board, int Column, IReadOnlyList<string> Texts, byte[]? Csv = null) : IRequest<Outcome<Done>>
{
    public const int AtMost = 200;
}

sealed class TypeInNotesHandler(AppDbContext db, BoardDesk desk, TimeProvider clock, Caller caller) : IRequestHandler<TypeInNotes, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TypeInNotes ask, CancellationToken ct)
    {
        var found = await desk.Facilitate(ask.Code, ct);
        if (found.Refused) return found.Why;
        var read = Read(ask.Csv);
        if (read.Refused) return read.Why;
        IReadOnlyList<string> texts = [.. ask.Texts, .. read.Value];
        if (texts.Count is 0) return Refusal.Invalid("lines", "required");
        if (texts.Count > TypeInNotes.AtMost) return Refusal.Invalid("lines", "list-too-long", TypeInNotes.AtMost);
        var standing = await db.Notes.CountAsync(n => n.BoardId == ask.Board && !n.IsGone, ct);
        var now = clock.GetUtcNow();
        var typed = new List<Guid>();
        foreach (var (i, text) in texts.Index())
        {
            // A moment apart, so that they stand in the order they were typed.
            var written = found.Value.Write(
                Guid.NewGuid(), new NoteDraft(ask.Board, ask.Column, text), EditKey.New(), null, standing + i, now.AddMilliseconds(i));
            if (written.Refused) return written.Why.Faults.Count > 0 ? Refusal.Invalid("lines", written.Why.Code, [.. written.Why.Values]) : written.Why;
            db.Add(written.Value);
            typed.Add(written.Value.Id);
        }
        db.Add(found.Value.Step(ConsoleDeed.TypeIn, typed, "", caller.ActorId, now));
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    static Outcome<IReadOnlyList<string>> Read(byte[]? csv)
    {
        if (csv is null) return Outcome<IReadOnlyList<string>>.Of([]);
        try
        {
            return Outcome<IReadOnlyList<string>>.Of([.. CsvTable.Read(csv, ["text"]).Select(row => row["text"]).Where(text => text.Length > 0)]);
        }
        catch (UnreadableTableException unreadable)
        {
            return unreadable.Reason is "csv-header" ? Refusal.Invalid("lines", "notes-header") : Refusal.Invalid("lines", unreadable.Reason, unreadable.Line);
        }
    }
}
