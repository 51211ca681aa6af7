using System.Text.Json;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>What the facilitator does.</summary>
public sealed partial class WorkshopSession
{
    public const int DecisionsAtMost = 30;
    public const int MutedAtMost = 100;

    static readonly TimeSpan LongestTimer = TimeSpan.FromHours(3);

    /// <summary>Goes on, or back. Whatever was hidden is shown from the moment that collecting in the dark ends.</summary>
    public Outcome<Done> GoTo(BoardStage stage, DateTimeOffset now)
    {
        if (!Enum.IsDefined(stage)) return Refusal.Invalid("stage", "choice-unknown");
        if (HidesNotes && stage is not BoardStage.CollectHidden) RevealedUpTo = now;
        // What everybody has seen is not hidden again.
        if (!HidesNotes && stage is BoardStage.CollectHidden) RevealedUpTo = now;
        (Stage, TimerEnds, Spotlight) = (stage, null, null);
        return Step("workshop.stage", JsonSerializer.Serialize(new { stage = stage.ToString() }));
    }

    /// <summary>One more question, behind the others.</summary>
    public Outcome<Board> AddBoard(BoardSettings settings, DateTimeOffset now)
    {
        if (IsOverAt(now)) return Refusal.Conflict("session-over");
        if (boards.Count >= BoardsAtMost) return Refusal.Invalid("to", "list-too-long", BoardsAtMost);
        var question = NoteText.Of(settings.Question, Board.QuestionAtMost, "question");
        if (question.Refused) return question.Why;
        var board = new Board(boards.Count, settings);
        boards.Add(board);
        Step("workshop.board-added");
        return board;
    }

    /// <summary>Starts the clock that everybody sees; zero stops it.</summary>
    public Outcome<Done> SetTimer(TimeSpan length, DateTimeOffset now)
    {
        if (length < TimeSpan.Zero || length > LongestTimer) return Refusal.Invalid("minutes", "timer-length", (int)LongestTimer.TotalMinutes);
        TimerEnds = length == TimeSpan.Zero ? null : now + length;
        return Step("workshop.timer");
    }

    public Outcome<Done> Pause(bool paused)
    {
        IsPaused = paused;
        return Step(paused ? "workshop.paused" : "workshop.resumed");
    }

    public Outcome<Done> Lock(bool locked)
    {
        IsLocked = locked;
        return Step(locked ? "workshop.locked" : "workshop.unlocked");
    }

    /// <summary>Puts one note on every screen; null takes it off.</summary>
    public Outcome<Done> ShowOne(Note? note)
    {
        if (note is not null && !Shows(note)) return Refusal.Conflict("note-not-shown");
        Spotlight = note?.Id;
        return Step("workshop.spotlight");
    }

    public Outcome<Done> Hide(Note note, bool hidden)
    {
        (note.IsHidden, note.Version) = (hidden, note.Version + 1);
        if (hidden && Spotlight == note.Id) Spotlight = null;
        TellNotes([note.Id]);
        return Step(hidden ? "workshop.note-hidden" : "workshop.note-shown", JsonSerializer.Serialize(new { note = note.Id }));
    }

    /// <summary>Whoever wrote the note does nothing more here. Who that is stays unknown.</summary>
    public Outcome<Done> Mute(Note note, bool muted)
    {
        var others = Muted.Where(m => m.Note != note.WrittenAs).ToList();
        if (muted && others.Count >= MutedAtMost) return Refusal.Conflict("list-too-long", MutedAtMost);
        Muted = muted ? [.. others, new(note.WrittenAs, note.EditHash)] : others;
        return Step(muted ? "workshop.writer-muted" : "workshop.writer-unmuted", JsonSerializer.Serialize(new { note = note.Id }));
    }

    /// <summary>駐車場: not now, and not forgotten.</summary>
    public Outcome<Done> Park(Note note, bool parked)
    {
        (note.IsParked, note.Version) = (parked, note.Version + 1);
        TellNotes([note.Id]);
        return Done.It;
    }

    public Outcome<Done> Answer(Note note, bool answered)
    {
        (note.IsAnswered, note.Version) = (answered, note.Version + 1);
        TellNotes([note.Id]);
        return Done.It;
    }

    /// <summary>Writes down what was decided, in place of what was written down before.</summary>
    public Outcome<Done> Decide(IReadOnlyList<string> decisions)
    {
        if (decisions.Count > DecisionsAtMost) return Refusal.Invalid("decisions", "list-too-long", DecisionsAtMost);
        var texts = decisions.Select(d => NoteText.Of(d, field: "decisions")).ToList();
        if (texts.FirstOrDefault(t => t.Refused) is { Refused: true } wrong) return wrong.Why;
        Decisions = [.. texts.Select(t => t.Value)];
        return Step("workshop.decided");
    }

    public Outcome<Done> Publish(bool published, DateTimeOffset now)
    {
        PublishedAt = published ? now : null;
        return Step(published ? "workshop.published" : "workshop.unpublished");
    }
}
