using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Live;
using Participation.Domain.Boards;

namespace Participation.Application.Boards;

/// <summary>All of a session, read once between two commits however many ask. Share it: read it, never change it.</summary>
/// <param name="Head">The stream's sequence that this is at least as new as.</param>
/// <param name="Notes">As they stand: questions by how many would ask them, and behind the others once they are answered.</param>
/// <param name="Dots">How many dots each note has.</param>
/// <param name="Supports">How many others would ask each question; nothing of one that nobody would.</param>
sealed record BoardState(
    WorkshopSession Session, long Head, IReadOnlyList<Note> Notes, IReadOnlyList<Cluster> Clusters, IReadOnlyDictionary<Guid, int> Dots, IReadOnlyDictionary<Guid, int> Supports,
    IReadOnlyList<DotSheet> Sheets, IReadOnlyDictionary<string, int> SeatsByTable, IReadOnlyDictionary<Guid, TopicOrigin> Origins)
{
    public int? SupportsOf(Note note) => Session.IsQuestion(note) ? Supports.GetValueOrDefault(note.Id) : null;

    public NoteView ViewOf(Note note) => NoteView.Of(note, SupportsOf(note));
}

/// <summary>The cluster of another session that a board's question comes from.</summary>
/// <param name="Code">Its summary is at <c>/b/CODE/summary</c>.</param>
/// <param name="Published">Everybody may read that.</param>
public sealed record TopicOrigin(string Code, string Session, string Cluster, bool Published, string? Space);

sealed class BoardReader(AppDbContext db, FreshReads fresh)
{
    public async Task<BoardState?> Read(string code, CancellationToken ct) =>
        (await fresh.Get((nameof(BoardReader), code), async () => new Found(await Load(code, ct)))).State;

    async Task<BoardState?> Load(string code, CancellationToken ct)
    {
        var stream = Domain.Live.Streams.Board(code);
        // The head first: what is read after it holds all that was said up to it.
        var head = await db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream == stream).Select(h => h.Sequence).SingleOrDefaultAsync(ct);
        var session = await db.WorkshopSessions.AsNoTracking().Include(s => s.Boards).SingleOrDefaultAsync(s => s.Code == code, ct);
        if (session is null) return null;
        var notes = await db.Notes.AsNoTracking().Where(n => n.SessionId == session.Id).ToListAsync(ct);
        var clusters = await db.Clusters.AsNoTracking().Where(c => c.SessionId == session.Id && !c.IsGone).ToListAsync(ct);
        var sheets = await db.DotSheets.AsNoTracking().Where(d => d.SessionId == session.Id).ToListAsync(ct);
        var seats = await db.Seats.AsNoTracking().Where(s => s.SessionId == session.Id).GroupBy(s => s.Table).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var boards = session.Boards.Select(b => b.Id).ToArray();
        var origins = await (
            from topic in db.CarriedTopics.AsNoTracking()
            where boards.Contains(topic.BoardId)
            join cluster in db.Clusters on topic.ClusterId equals cluster.Id
            join other in db.WorkshopSessions on cluster.SessionId equals other.Id
            select new { topic.BoardId, other.Code, other.Title, Cluster = cluster.Title, other.PublishedAt, other.Space }).ToListAsync(ct);
        var asked = session.Boards.Where(b => b.Template.AsksQuestions()).Select(b => b.Id).ToHashSet();
        var dots = sheets.Where(s => !asked.Contains(s.BoardId)).SelectMany(s => s.Notes).CountBy(id => id).ToDictionary();
        var supports = sheets.Where(s => asked.Contains(s.BoardId)).Supports();
        // Islands do it alike.
        notes = [.. notes.OrderBy(n => n.IsAnswered && asked.Contains(n.BoardId)).ThenByDescending(n => asked.Contains(n.BoardId) ? supports.GetValueOrDefault(n.Id) : 0)
            .ThenBy(n => n.Position, StringComparer.Ordinal).ThenBy(n => n.Id)];
        return new(session, head, notes, clusters, dots, supports, sheets, seats,
            origins.ToDictionary(o => o.BoardId, o => new TopicOrigin(o.Code, o.Title, o.Cluster, o.PublishedAt is not null, o.Space)));
    }

    sealed record Found(BoardState? State);
}
