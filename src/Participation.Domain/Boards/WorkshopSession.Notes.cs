using System.Text.Json;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>What happens to notes. Whether the asker may is decided before (<see cref="Forbids"/>).</summary>
public sealed partial class WorkshopSession
{
    public const int NotesPerBoard = 1000;
    public const int TogetherAtMost = 50;

    /// <summary>A hold ends by itself: a phone that fell asleep must not keep a note from the others.</summary>
    public static readonly TimeSpan HoldLasts = TimeSpan.FromSeconds(10);

    /// <param name="id">Made by the phone, so that a note sent twice is one.</param>
    /// <param name="standing">How many the board has.</param>
    public Outcome<Note> Write(Guid id, NoteDraft draft, EditKey key, string? author, int standing, DateTimeOffset now)
    {
        if (boards.SingleOrDefault(b => b.Id == draft.Board) is not { } board) return Refusal.NotFound;
        if (draft.Column < 0 || draft.Column >= board.Columns.Count) return Refusal.Invalid("column", "choice-unknown");
        var text = NoteText.Of(draft.Text);
        if (text.Refused) return text.Why;
        if (standing >= NotesPerBoard) return Refusal.Conflict("board-full", NotesPerBoard);
        TellNotes([id]);
        return new Note(id, board, draft.Column, text.Value, draft.Colour, IsAnonymous ? null : author, key.HashFor(Note.Thing(id)), now);
    }

    /// <param name="supports">How many would ask it, where it is a question.</param>
    public Outcome<Done> Edit(Note note, string? text, NoteColour colour, int supports = 0)
    {
        if (note.IsGone) return Refusal.Conflict("note-gone");
        var mended = NoteText.Of(text);
        if (mended.Refused) return mended.Why;
        if (mended.Value != note.Text && KeepsWords(note, supports) is { } why) return why;
        (note.Text, note.Colour) = (mended.Value, colour);
        return Changed(note);
    }

    /// <summary>Takes a note back, or brings it again.</summary>
    public Outcome<Done> Remove(Note note, bool gone)
    {
        if (note.IsGone == gone) return Done.It;
        note.IsGone = gone;
        if (gone && Spotlight == note.Id) Spotlight = null;
        return Changed(note);
    }

    /// <param name="holder">Hash of the mover's key for this note; a note that another holds stays where it is.</param>
    public Outcome<Done> Move(Note note, int column, string position, byte[] holder, DateTimeOffset now)
    {
        if (note.IsGone) return Refusal.Conflict("note-gone");
        if (column < 0 || column >= boards.Single(b => b.Id == note.BoardId).Columns.Count) return Refusal.Invalid("column", "choice-unknown");
        if (IsQuestion(note)) return Refusal.Conflict("question-order");
        if (!OrderKey.IsValid(position)) return Refusal.Invalid("position", "choice-unknown");
        if (IsHeldByAnother(note, holder, now)) return Refusal.Conflict("note-held");
        (note.Column, note.Position, note.HeldBy, note.HeldUntil) = (column, position, null, null);
        return Changed(note);
    }

    /// <summary>Takes notes in hand for a drag: all of them or none.</summary>
    public Outcome<Done> Hold(IReadOnlyList<Note> notes, Func<Note, byte[]> holder, DateTimeOffset now)
    {
        if (notes.Any(n => n.IsGone)) return Refusal.Conflict("note-gone");
        if (notes.Any(n => IsHeldByAnother(n, holder(n), now))) return Refusal.Conflict("note-held");
        foreach (var note in notes) (note.HeldBy, note.HeldUntil, note.Version) = (holder(note), now + HoldLasts, note.Version + 1);
        TellNotes(notes.Select(n => n.Id));
        return Done.It;
    }

    /// <summary>Puts notes of one board under one title. An empty title is a stack that nobody has named yet.</summary>
    public Outcome<Cluster> Stack(Guid id, IReadOnlyList<Note> notes, string? title)
    {
        if (notes.Count is 0) return Refusal.Invalid("notes", "required");
        if (notes.Any(n => n.IsGone)) return Refusal.Conflict("note-gone");
        if (notes.Any(n => n.BoardId != notes[0].BoardId)) return Refusal.Invalid("notes", "notes-of-one-board");
        var named = Named(title);
        if (named.Refused) return named.Why;
        foreach (var note in notes) (note.ClusterId, note.Version) = (id, note.Version + 1);
        TellCluster(id);
        TellNotes(notes.Select(n => n.Id));
        return new Cluster(id, boards.Single(b => b.Id == notes[0].BoardId), named.Value);
    }

    /// <summary>Adds notes to a stack, or takes them out of theirs.</summary>
    public Outcome<Done> Join(Cluster? cluster, IReadOnlyList<Note> notes)
    {
        if (cluster is { IsGone: true } || notes.Any(n => n.IsGone)) return Refusal.Conflict("note-gone");
        if (cluster is not null && notes.Any(n => n.BoardId != cluster.BoardId)) return Refusal.Invalid("notes", "notes-of-one-board");
        foreach (var note in notes) (note.ClusterId, note.Version) = (cluster?.Id, note.Version + 1);
        TellNotes(notes.Select(n => n.Id));
        return Done.It;
    }

    public Outcome<Done> Name(Cluster cluster, string? title)
    {
        var named = Named(title);
        if (named.Refused) return named.Why;
        (cluster.Title, cluster.Version) = (named.Value, cluster.Version + 1);
        TellCluster(cluster.Id);
        return Done.It;
    }

    /// <summary>Others learn of it when voting is over.</summary>
    public Outcome<Done> Dot(DotSheet sheet, Note note, bool give)
    {
        if (!note.Stands) return Refusal.Conflict("note-gone");
        if (IsQuestion(note)) return Refusal.Conflict("question-no-dots");
        var changed = give ? sheet.Give(note.Id, DotsPerSeat) : sheet.TakeBack(note.Id);
        if (!changed.Refused) Tell(Stream, Kinds.DotsChanged);
        return changed;
    }

    static bool IsHeldByAnother(Note note, byte[] holder, DateTimeOffset now) =>
        note.HeldUntil > now && note.HeldBy is { } held && !held.AsSpan().SequenceEqual(holder);

    static Outcome<string> Named(string? title) =>
        string.IsNullOrWhiteSpace(title) ? "" : NoteText.Of(title, NoteText.TitleAtMost, "title");

    Outcome<Done> Changed(Note note)
    {
        note.Version++;
        TellNotes([note.Id]);
        return Done.It;
    }

    void TellCluster(Guid id) => Tell(Stream, Kinds.ClusterChanged, JsonSerializer.Serialize(new { clusters = new[] { id } }));
}

/// <summary>What somebody wants to put on a board.</summary>
public sealed record NoteDraft(Guid Board, int Column, string? Text, NoteColour Colour = NoteColour.Yellow);
