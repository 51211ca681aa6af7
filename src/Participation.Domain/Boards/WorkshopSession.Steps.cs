using System.Globalization;
using System.Text.Json;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>What a facilitator did, and how it is taken back.</summary>
public sealed partial class WorkshopSession
{
    /// <summary>Does something and says what it changed; null where all stays as it was.</summary>
    /// <param name="note">What it is done to, when it is done to one.</param>
    public (Outcome<Done> Done, ConsoleStep? Step) Step(ConsoleDeed deed, Note? note, Func<Outcome<Done>> how, string by, DateTimeOffset now)
    {
        var before = Reads(deed, note);
        var done = how();
        var after = Reads(deed, note);
        return (done, done.Refused || after == before ? null : new ConsoleStep(Id, deed, by, before, after, note is null ? [] : [note.Id], now));
    }

    /// <summary>Notes that came by an act, or that an act put into a cluster.</summary>
    public ConsoleStep Step(ConsoleDeed deed, IReadOnlyList<Guid> notes, string after, string by, DateTimeOffset now) => new(Id, deed, by, "", after, notes, now);

    /// <summary>How it stands with what the deed is about.</summary>
    public string Reads(ConsoleDeed deed, Note? note) => deed switch
    {
        ConsoleDeed.Stage => Stage.ToString(),
        ConsoleDeed.Timer => TimerEnds?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        ConsoleDeed.Pause => $"{IsPaused}",
        ConsoleDeed.Lock => $"{IsLocked}",
        ConsoleDeed.Decide => JsonSerializer.Serialize(Decisions),
        ConsoleDeed.Publish => $"{PublishedAt is not null}",
        ConsoleDeed.Hide => $"{note!.IsHidden}",
        ConsoleDeed.Mute => $"{Muted.Any(m => m.Note == note!.WrittenAs)}",
        ConsoleDeed.Park => $"{note!.IsParked}",
        ConsoleDeed.Answer => $"{note!.IsAnswered}",
        ConsoleDeed.Spotlight => $"{Spotlight}",
        _ => "",
    };

    /// <summary>Whether what the step left still stands, so that taking it back takes back nothing else.</summary>
    /// <param name="notes">Those it was done to.</param>
    public bool CanUndo(ConsoleStep step, IReadOnlyList<Note> notes) => step.UndoneAt is null && step.Deed switch
    {
        ConsoleDeed.TypeIn => notes.Any(n => !n.IsGone),
        ConsoleDeed.Stack => notes.Any(n => $"{n.ClusterId}" == step.After && !n.IsGone),
        ConsoleDeed.Hide or ConsoleDeed.Mute or ConsoleDeed.Park or ConsoleDeed.Answer => notes is [{ IsGone: false } note] && Reads(step.Deed, note) == step.After,
        _ => Reads(step.Deed, null) == step.After,
    };

    /// <summary>What everybody has seen is not hidden again by going back.</summary>
    public Outcome<Done> Undo(ConsoleStep step, IReadOnlyList<Note> notes, DateTimeOffset now)
    {
        if (step.UndoneAt is not null) return Refusal.Conflict("already-undone");
        if (!CanUndo(step, notes)) return Refusal.Conflict("undo-overtaken");
        var undone = Return(step, notes, now);
        if (!undone.Refused) step.UndoneAt = now;
        return undone;
    }

    Outcome<Done> Return(ConsoleStep step, IReadOnlyList<Note> notes, DateTimeOffset now)
    {
        var was = step.Before == bool.TrueString;
        switch (step.Deed)
        {
            case ConsoleDeed.Stage: return GoTo(Enum.Parse<BoardStage>(step.Before), now);
            // A clock that would have run out meanwhile is not wound up again.
            case ConsoleDeed.Timer: return SetTimer(DateTimeOffset.TryParse(step.Before, CultureInfo.InvariantCulture, out var ends) && ends > now ? ends - now : TimeSpan.Zero, now);
            case ConsoleDeed.Pause: return Pause(was);
            case ConsoleDeed.Lock: return Lock(was);
            case ConsoleDeed.Decide: return Decide(JsonSerializer.Deserialize<string[]>(step.Before)!);
            case ConsoleDeed.Publish: return Publish(was, now);
            case ConsoleDeed.Hide: return Hide(notes[0], was);
            case ConsoleDeed.Mute: return Mute(notes[0], was);
            case ConsoleDeed.Park: return Park(notes[0], was);
            case ConsoleDeed.Answer: return Answer(notes[0], was);
            // Which note was shown before it is not shown by itself.
            case ConsoleDeed.Spotlight: return ShowOne(null);
            case ConsoleDeed.TypeIn:
                foreach (var note in notes) Remove(note, gone: true);
                return Done.It;
            default: return Join(null, [.. notes.Where(n => $"{n.ClusterId}" == step.After && !n.IsGone)]);
        }
    }
}
