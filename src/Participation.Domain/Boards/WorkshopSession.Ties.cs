using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>Notes that become two, and notes that are linked.</summary>
public sealed partial class WorkshopSession
{
    /// <summary>One note becomes two of one writer: dots, stack and links stay with the first, the second stands behind it.</summary>
    /// <param name="id">Of the second; made by whoever splits, so that a note split twice is two.</param>
    /// <param name="next">The order key of the first one's neighbour below; null where there is none.</param>
    /// <param name="standing">How many the board has.</param>
    /// <param name="supports">How many would ask it, where it is a question.</param>
    public Outcome<Note> Split(Note note, Guid id, string? first, string? second, string? next, int standing, int supports = 0)
    {
        if (note.IsGone) return Refusal.Conflict("note-gone");
        if (KeepsWords(note, supports) is { } why) return why;
        if (string.IsNullOrWhiteSpace(first) || string.IsNullOrWhiteSpace(second)) return Refusal.Invalid("parts", "split-where");
        var (kept, parted) = (NoteText.Of(first, field: "parts"), NoteText.Of(second, field: "parts"));
        if (kept.Refused) return kept.Why;
        if (parted.Refused) return parted.Why;
        if (standing >= NotesPerBoard) return Refusal.Conflict("board-full", NotesPerBoard);
        (note.Text, note.Version) = (kept.Value, note.Version + 1);
        TellNotes([note.Id, id]);
        return new Note(id, note, parted.Value, OrderKey.Between(note.Position, next));
    }

    /// <summary>A link has no direction. With a note that is gone it is out of sight, and it is there again with it.</summary>
    /// <param name="standing">How many links each of them has to notes that are not gone.</param>
    public Outcome<Done> Link(Note one, Note other, bool linked, (int One, int Other) standing)
    {
        if (one.IsGone || other.IsGone) return Refusal.Conflict("note-gone");
        if (one.Id == other.Id || one.BoardId != other.BoardId) return Refusal.Invalid("other", "notes-of-one-board");
        if (one.Links.Contains(other.Id) == linked) return Done.It;
        if (linked && Math.Max(standing.One, standing.Other) >= Note.LinksAtMost) return Refusal.Conflict("links-full", Note.LinksAtMost);
        foreach (var (note, end) in new[] { (one, other.Id), (other, one.Id) })
            (note.Links, note.Version) = (linked ? [.. note.Links, end] : [.. note.Links.Where(id => id != end)], note.Version + 1);
        TellNotes([one.Id, other.Id]);
        return Done.It;
    }
}
