using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>Which notes could go together, by the likeness that the grouping desk uses (ADR 16). Nothing comes of it until somebody takes it.</summary>
[Audience(Audience.Facilitator)]
public sealed record SuggestClusters(string Code) : IRequest<Outcome<IReadOnlyList<SuggestedCluster>>>;

/// <param name="Id">Of the cluster that it would be: the same notes are always the same one.</param>
/// <param name="Words">What they have in common, the weightiest first.</param>
public sealed record SuggestedCluster(Guid Id, Guid Board, IReadOnlyList<NoteView> Notes, IReadOnlyList<string> Words);

/// <summary>Puts notes together as suggested: each of these, all or none.</summary>
[Audience(Audience.Facilitator)]
public sealed record TakeSuggestions(string Code, IReadOnlyList<IReadOnlyList<Guid>> Suggestions) : IRequest<Outcome<Done>>;

sealed class SuggestClustersHandler(AppDbContext db, BoardReader reader, BoardDesk desk, TimeProvider clock, Caller caller) :
    IRequestHandler<SuggestClusters, Outcome<IReadOnlyList<SuggestedCluster>>>, IRequestHandler<TakeSuggestions, Outcome<Done>>
{
    const int WordsAtMost = 4;

    static readonly Refusal TooEarly = Refusal.Conflict("not-at-this-stage");

    public async Task<Outcome<IReadOnlyList<SuggestedCluster>>> Handle(SuggestClusters ask, CancellationToken ct)
    {
        if (await reader.Read(ask.Code, ct) is not { } state) return Refusal.NotFound;
        if (!caller.MayFacilitate(state.Session.Space)) return Refusal.NotAllowed;
        if (state.Session.Stage is not BoardStage.Cluster) return TooEarly;
        return Outcome<IReadOnlyList<SuggestedCluster>>.Of([.. state.Session.Boards.OrderBy(b => b.Place).SelectMany(b => On(b, state, ct))]);
    }

    public async Task<Outcome<Done>> Handle(TakeSuggestions ask, CancellationToken ct)
    {
        var found = await desk.Facilitate(ask.Code, ct);
        if (found.Refused) return found.Why;
        var session = found.Value;
        if (session.Stage is not BoardStage.Cluster) return TooEarly;
        if (ask.Suggestions is not { Count: > 0 and <= WorkshopSession.NotesPerBoard }) return Refusal.Invalid("suggestions", "required");
        foreach (var ids in ask.Suggestions)
        {
            // Each that somebody moved or took back meanwhile makes it another cluster than the one that was looked at.
            if (ids.Count < 2 || await desk.NotesOf(session, ids, ct) is not { } notes || !notes.TrueForAll(n => session.Shows(n) && n.ClusterId is null)) return Refusal.ChangedMeanwhile;
            var id = IdOf(ids);
            if (await db.Clusters.SingleOrDefaultAsync(c => c.Id == id, ct) is { } known)
            {
                // Taken once before, and taken back.
                if (session.Join(known, notes) is { Refused: true } why) return why;
            }
            else
            {
                var made = session.Stack(id, notes, null);
                if (made.Refused) return made.Why;
                db.Add(made.Value);
            }
            db.Add(session.Step(ConsoleDeed.Stack, [.. notes.Select(n => n.Id)], $"{id}", caller.ActorId, clock.GetUtcNow()));
        }
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    /// <summary>Of what everybody sees and nobody has put anywhere; the rest tells which words are common.</summary>
    static IEnumerable<SuggestedCluster> On(Board board, BoardState state, CancellationToken ct)
    {
        var seen = state.Notes.Where(n => n.BoardId == board.Id && state.Session.Shows(n)).ToList();
        var loose = seen.Where(n => n.ClusterId is null && !n.IsParked).ToList();
        return MeaningGroups.Suggest([.. loose.Select(n => n.Text)], [.. seen.Except(loose).Select(n => n.Text)], ct: ct)
            .Select(like => (like, Notes: like.Texts.Select(t => loose[t]).ToList()))
            .Select(s => new SuggestedCluster(IdOf(s.Notes.Select(n => n.Id)), board.Id, [.. s.Notes.Select(state.ViewOf)], [.. s.like.Words.Take(WordsAtMost).Select(w => w.Word)]));
    }

    static Guid IdOf(IEnumerable<Guid> notes) => new(SHA256.HashData([.. notes.Distinct().Order().SelectMany(id => id.ToByteArray())]).AsSpan(0, 16));
}
