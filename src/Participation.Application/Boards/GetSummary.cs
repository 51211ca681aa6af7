using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>まとめ: what came of a session. Its facilitator sees it at any time, everybody else once it is published.</summary>
[Audience(Audience.Public)]
public sealed record GetSummary(string Code) : IRequest<Outcome<SummaryView>>;

/// <param name="Hidden">Notes that the facilitator took off the board; their words are not in a summary.</param>
/// <param name="Facilitates">The asker may publish it.</param>
public sealed record SummaryView(
    SessionView Session, IReadOnlyList<SummarisedBoard> Boards, IReadOnlyList<SummarisedNote> Parked, IReadOnlyList<TableView> Tables, int Seats, int Hidden,
    bool Facilitates);

/// <param name="Clusters">Those with the most dots first; of questions, those that most would ask.</param>
/// <param name="Loose">Notes that stand in no cluster, by column.</param>
/// <param name="Origin">The cluster of another session that its question was.</param>
public sealed record SummarisedBoard(BoardView Board, IReadOnlyList<SummarisedCluster> Clusters, IReadOnlyList<SummarisedNote> Loose, TopicOrigin? Origin);

/// <param name="Title">Empty when nobody named it.</param>
/// <param name="Carried">Where it stands in the ledgers.</param>
/// <param name="Topic">Which session talks on about it.</param>
public sealed record SummarisedCluster(Guid Id, string Title, int Dots, IReadOnlyList<SummarisedNote> Notes, IReadOnlyList<CarriedTo> Carried, TopicTo? Topic);

/// <summary>The session of which a cluster became a question.</summary>
/// <param name="Code">For whoever runs it, who goes to its console; its number opens it, so it is given to nobody else before its summary is published.</param>
public sealed record TopicTo(string? Code, string Session, bool Published, bool Facilitates);

/// <param name="Receipt">For staff of the consultation alone.</param>
public sealed record CarriedTo(string Slug, string Title, string? Receipt);

/// <param name="Linked">What stands on the notes that it is linked with.</param>
/// <param name="Supports">How many others would ask it too; null where it is not a question.</param>
public sealed record SummarisedNote(string Text, string? Author, string Column, int Dots, bool Answered, IReadOnlyList<string> Linked, int? Supports);

sealed class GetSummaryHandler(BoardReader reader, AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<GetSummary, Outcome<SummaryView>>
{
    public async Task<Outcome<SummaryView>> Handle(GetSummary ask, CancellationToken ct)
    {
        if (await reader.Read(ask.Code, ct) is not { } state) return Refusal.NotFound;
        var session = state.Session;
        var facilitates = caller.MayFacilitate(session.Space);
        if (session.PublishedAt is null && !facilitates) return Refusal.NotFound;
        // What is still collected in the dark is in no summary, whoever asks.
        var shown = state.Notes.Where(session.Shows).ToList();
        var (carried, topics) = (await Carried(session, ct), await Topics(session, ct));
        var seats = session.Tables.Select(t => new TableView(t, state.SeatsByTable.GetValueOrDefault(t), false)).ToList();
        return new SummaryView(
            SessionView.Of(session, clock.GetUtcNow()), [.. session.Boards.OrderBy(b => b.Place).Select(b => Summarise(b, state, shown, carried, topics))],
            [.. shown.Where(n => n.IsParked).Select(n => Note(n, state, shown))], seats, state.SeatsByTable.Values.Sum(),
            state.Notes.Count(n => n.IsHidden && !n.IsGone), facilitates);
    }

    async Task<ILookup<Guid, CarriedTo>> Carried(WorkshopSession session, CancellationToken ct)
    {
        var found = await (
            from carried in db.CarriedClusters.AsNoTracking()
            join cluster in db.Clusters on carried.ClusterId equals cluster.Id
            where cluster.SessionId == session.Id
            join consultation in db.Consultations on carried.Consultation equals consultation.Slug
            orderby carried.At
            select new { carried.ClusterId, consultation.Slug, consultation.Title, consultation.Space, carried.Receipt }).ToListAsync(ct);
        return found.ToLookup(c => c.ClusterId, c => new CarriedTo(c.Slug, c.Title, caller.IsStaffOf(c.Space) ? c.Receipt : null));
    }

    async Task<Dictionary<Guid, TopicTo>> Topics(WorkshopSession session, CancellationToken ct)
    {
        var found = await (
            from topic in db.CarriedTopics.AsNoTracking()
            join cluster in db.Clusters on topic.ClusterId equals cluster.Id
            where cluster.SessionId == session.Id
            join board in db.Set<Board>() on topic.BoardId equals board.Id
            join other in db.WorkshopSessions on board.SessionId equals other.Id
            select new { topic.ClusterId, other.Code, other.Title, other.PublishedAt, other.Space }).ToListAsync(ct);
        return found.ToDictionary(t => t.ClusterId, t => To(t.Code, t.Title, t.PublishedAt is not null, caller.MayFacilitate(t.Space)));

        static TopicTo To(string code, string title, bool published, bool facilitates) => new(published || facilitates ? code : null, title, published, facilitates);
    }

    static SummarisedBoard Summarise(Board board, BoardState state, List<Note> shown, ILookup<Guid, CarriedTo> carried, Dictionary<Guid, TopicTo> topics)
    {
        var notes = shown.Where(n => n.BoardId == board.Id && !n.IsParked).ToList();
        var clusters = state.Clusters.Where(c => c.BoardId == board.Id)
            .Select(c => (Cluster: c, Notes: notes.Where(n => n.ClusterId == c.Id).Select(n => Note(n, state, shown)).ToList())).Where(c => c.Notes.Count > 0)
            .Select(c => new SummarisedCluster(c.Cluster.Id, c.Cluster.Title, c.Notes.Sum(n => n.Dots), c.Notes, [.. carried[c.Cluster.Id]], topics.GetValueOrDefault(c.Cluster.Id)))
            .OrderByDescending(c => c.Dots).ThenByDescending(c => c.Notes.Sum(n => n.Supports ?? 0)).ThenByDescending(c => c.Notes.Count).ThenBy(c => c.Title, StringComparer.Ordinal).ToList();
        var loose = notes.Where(n => clusters.TrueForAll(c => c.Id != n.ClusterId)).OrderBy(n => n.Column);
        return new(BoardView.Of(board), clusters, [.. loose.Select(n => Note(n, state, shown))], state.Origins.GetValueOrDefault(board.Id));
    }

    static SummarisedNote Note(Note note, BoardState state, List<Note> shown) => new(
        note.Text, note.Author, state.Session.Boards.Single(b => b.Id == note.BoardId).Columns[note.Column],
        state.Session.ShowsDots ? state.Dots.GetValueOrDefault(note.Id) : 0, note.IsAnswered,
        note.Links.Count is 0 || note.IsParked ? [] : [.. shown.Where(n => note.Links.Contains(n.Id) && !n.IsParked).Select(n => n.Text)], state.SupportsOf(note));
}
