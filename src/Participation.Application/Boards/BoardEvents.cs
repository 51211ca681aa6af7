using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Live;
using Participation.Domain.Boards;
using Participation.Domain.Live;

namespace Participation.Application.Boards;

/// <summary>
/// The log says which notes changed; watchers get them as they stand when they are told, and only what everybody may see. So what was
/// hidden since is not in a replay, a replay is never longer than the board, and whoever has heard all has what the server has.
/// </summary>
static class BoardEvents
{
    public static async Task<IReadOnlyList<StreamEvent>> AsEverybodySees(this AppDbContext db, string code, List<LiveEvent> rows, CancellationToken ct)
    {
        var told = rows.Select(row => (Row: row, Of: JsonElement.Parse(row.Data))).ToList();
        // A note is told once, with the last event that mentions it.
        var lastOf = told.SelectMany(t => Ids(t.Of).Select(id => (id, t.Row.Sequence))).GroupBy(m => m.id).ToDictionary(g => g.Key, g => g.Max(m => m.Sequence));
        var ids = lastOf.Keys.ToArray();
        var session = await db.WorkshopSessions.AsNoTracking().Include(s => s.Boards).SingleAsync(s => s.Code == code, ct);
        var notes = ids.Length is 0 ? [] : await db.Notes.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var clusters = ids.Length is 0 ? [] : await db.Clusters.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var counts = await db.CountsOf(session, rows, ct);
        var supports = await db.SupportsOf(session, notes.Values, ct);
        return [.. told.Select(t => new StreamEvent(t.Row.Stream, t.Row.Sequence, t.Row.Kind, t.Row.At, JsonSerializer.SerializeToElement(Data(t.Row, t.Of), BoardJson.Options)))];

        object Data(LiveEvent row, JsonElement of) => row.Kind switch
        {
            Kinds.NotesChanged => new { notes = Shown(row, of).Select(n => NoteView.Of(n, session.IsQuestion(n) ? supports.GetValueOrDefault(n.Id) : null)), gone = Mine(row, of).Where(id => !IsThere(id)), counts.Written },
            Kinds.ClusterChanged => new { clusters = Mine(row, of).Select(id => clusters.GetValueOrDefault(id)).OfType<Cluster>().Select(ClusterView.Of) },
            Kinds.SessionChanged when row == rows.FindLast(r => r.Kind is Kinds.SessionChanged) => new { session = SessionView.Of(session, row.At) },
            Kinds.SeatTaken => new { counts.Seats },
            Kinds.DotsChanged => new { counts.Dots },
            _ => new { },
        };

        IEnumerable<Guid> Mine(LiveEvent row, JsonElement of) => Ids(of).Where(id => lastOf[id] == row.Sequence);
        // While notes are hidden not even the ids of new ones are told.
        IEnumerable<Note> Shown(LiveEvent row, JsonElement of) => Mine(row, of).Where(IsShown).Select(id => notes[id]);
        bool IsThere(Guid id) => notes.TryGetValue(id, out var note) && note.Stands;
        bool IsShown(Guid id) => notes.TryGetValue(id, out var note) && session.Shows(note);
    }

    static IEnumerable<Guid> Ids(JsonElement of)
    {
        foreach (var name in (ReadOnlySpan<string>)["notes", "clusters"])
            if (of.TryGetProperty(name, out var list)) return [.. list.EnumerateArray().Select(id => id.GetGuid())];
        return [];
    }
}

/// <summary>How many there are, which everybody may know.</summary>
/// <param name="Written">Notes by board, while they are hidden; else nobody needs telling.</param>
sealed record BoardCounts(IReadOnlyDictionary<Guid, int>? Written, int? Seats, int? Dots);

static class BoardCounting
{
    public static async Task<BoardCounts> CountsOf(this AppDbContext db, WorkshopSession session, List<LiveEvent> rows, CancellationToken ct)
    {
        bool Says(string kind) => rows.Exists(r => r.Kind == kind);
        var written = session.HidesNotes && Says(Kinds.NotesChanged)
            ? await db.Notes.Where(n => n.SessionId == session.Id && !n.IsGone && !n.IsHidden).GroupBy(n => n.BoardId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct)
            : null;
        int? seats = Says(Kinds.SeatTaken) ? await db.Seats.CountAsync(s => s.SessionId == session.Id, ct) : null;
        var dotted = session.Boards.Where(b => !b.Template.AsksQuestions()).Select(b => b.Id).ToArray();
        int? dots = Says(Kinds.DotsChanged) ? (await db.DotSheets.Where(d => dotted.Contains(d.BoardId)).Select(d => d.Notes).ToListAsync(ct)).Sum(n => n.Count) : null;
        return new(written, seats, dots);
    }

    /// <summary>How many would ask each question, where one is among the notes.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> SupportsOf(this AppDbContext db, WorkshopSession session, IEnumerable<Note> notes, CancellationToken ct)
    {
        var asked = notes.Where(session.IsQuestion).Select(n => n.BoardId).Distinct().ToArray();
        return asked.Length is 0 ? new Dictionary<Guid, int>() : (await db.DotSheets.AsNoTracking().Where(s => asked.Contains(s.BoardId)).ToListAsync(ct)).Supports();
    }

    /// <summary>How many would ask it; nobody of what is no question.</summary>
    public static async Task<int> SupportsOf(this AppDbContext db, WorkshopSession session, Note note, CancellationToken ct) =>
        (await db.SupportsOf(session, [note], ct)).GetValueOrDefault(note.Id);

    /// <summary>Saves a note's words; those of a question only if nobody has come to support it meanwhile.</summary>
    /// <param name="supports">How many would ask it when they were changed.</param>
    public static Task SaveWords(this AppDbContext db, WorkshopSession session, Note note, int supports, CancellationToken ct) =>
        supports is 0 && session.IsQuestion(note) ? db.SaveOnlyIf(async () => await db.SupportsOf(session, note, ct) is 0, ct) : db.SaveChangesAsync(ct);

    /// <summary>A seat counts once for a question.</summary>
    public static Dictionary<Guid, int> Supports(this IEnumerable<DotSheet> sheets) => sheets.SelectMany(s => s.Notes.Distinct()).CountBy(id => id).ToDictionary();
}
