using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>Questions to a meeting: sent and supported at the same time, in the order of how many would ask them.</summary>
public sealed partial class WorkshopSession
{
    public bool IsQuestion(Note note) => boards.Exists(b => b.Id == note.BoardId && b.Template.AsksQuestions());

    /// <summary>
    /// Nobody's support stands under words that they never read, and no answer under another question: whoever wrote them or runs the
    /// session takes them away, and never changes them.
    /// </summary>
    /// <returns>Why a question's words stay as they are; null where they may change.</returns>
    public static string? WhyKept(int supports, bool answered) => supports > 0 ? "question-supported" : answered ? "question-answered" : null;

    Refusal? KeepsWords(Note note, int supports) => IsQuestion(note) && WhyKept(supports, note.IsAnswered) is { } why ? Refusal.Conflict(why) : null;

    /// <summary>「わたしも聞きたい」. All see at once how many would ask it, and nobody who.</summary>
    /// <param name="read">Which words its supporter read (<see cref="NoteText.Mark"/>); null where they don't say.</param>
    public Outcome<Done> Support(DotSheet sheet, Note note, EditKey key, bool support, string? read = null)
    {
        if (!IsQuestion(note)) return Refusal.Conflict("not-a-question");
        if (!note.Stands) return Refusal.Conflict("question-gone");
        if (note.IsAnswered) return Refusal.Conflict("question-answered");
        // A seat's, though whoever sits on it runs the session.
        if (!Stage.Allows(SeatDeed.Support)) return Refusal.Conflict("not-at-this-stage");
        if (key.Made(note)) return Refusal.Conflict("own-question");
        if (support && read is not null && read != NoteText.Mark(note.Text)) return Refusal.Conflict("question-reworded");
        var changed = sheet.Support(note.Id, support);
        if (!changed.Refused) TellNotes([note.Id]);
        return changed;
    }
}
