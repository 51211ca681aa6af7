using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>Questions to a meeting: sent and supported at the same time, in the order of how many would ask them.</summary>
public sealed partial class WorkshopSession
{
    public bool IsQuestion(Note note) => boards.Exists(b => b.Id == note.BoardId && b.Template.AsksQuestions());

    /// <summary>Nobody's support stands under words that they never read: whoever wrote them or runs the session takes them away, and never changes them.</summary>
    Refusal? KeepsWords(Note note, int supports) => supports > 0 && IsQuestion(note) ? Refusal.Conflict("question-supported") : null;

    /// <summary>「わたしも聞きたい」. All see at once how many would ask it, and nobody who.</summary>
    public Outcome<Done> Support(DotSheet sheet, Note note, EditKey key, bool support)
    {
        if (!IsQuestion(note)) return Refusal.Conflict("not-a-question");
        if (!note.Stands) return Refusal.Conflict("question-gone");
        if (note.IsAnswered) return Refusal.Conflict("question-answered");
        // A seat's, though whoever sits on it runs the session.
        if (!Stage.Allows(SeatDeed.Support)) return Refusal.Conflict("not-at-this-stage");
        if (key.Made(note)) return Refusal.Conflict("own-question");
        var changed = sheet.Support(note.Id, support);
        if (!changed.Refused) TellNotes([note.Id]);
        return changed;
    }
}
