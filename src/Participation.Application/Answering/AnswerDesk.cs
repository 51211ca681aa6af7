using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Answering;

/// <summary>An answer as somebody saw it: what they decide holds for that version, 0 while nobody had written.</summary>
/// <param name="Number">Of its group.</param>
public sealed record AnswerSeen(int Number, int Version);

/// <summary>A group with its answer, to be changed.</summary>
sealed record TakenAnswer(OpinionGroup Group, Response? Response);

/// <summary>What every act on answers begins and ends with.</summary>
sealed class AnswerDesk(AppDbContext db, ConsultationCatalog catalog, TimeProvider clock, Caller caller)
{
    public string Actor => caller.ActorId;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>For the consultation's own staff.</summary>
    public async Task<Outcome<CatalogEntry>> Enter(string slug, CancellationToken ct)
    {
        if (await catalog.Find(slug, ct) is not { } entry) return Refusal.NotFound;
        return caller.IsStaffOf(entry.Consultation.Space) ? entry : Refusal.NotAllowed;
    }

    /// <summary>決裁 and publication: for approvers, of the site or of the space.</summary>
    public bool MayApprove(string? space) => caller.May(Roles.Approver, space) || caller.IsAdministrator;

    /// <summary>The answers as they were seen, in that order; refused by name when somebody changed one meanwhile.</summary>
    public async Task<Outcome<IReadOnlyList<TakenAnswer>>> Take(int consultation, IReadOnlyList<AnswerSeen> seen, CancellationToken ct)
    {
        var numbers = seen.Select(s => s.Number).Distinct().ToList();
        var groups = await db.OpinionGroups.Answered(consultation).Where(g => numbers.Contains(g.Number)).ToDictionaryAsync(g => g.Number, ct);
        var ids = groups.Values.Select(g => g.Id).ToList();
        var responses = await db.Responses.Where(r => ids.Contains(r.GroupId)).ToDictionaryAsync(r => r.GroupId, ct);
        var taken = new List<TakenAnswer>();
        foreach (var one in seen.DistinctBy(s => s.Number))
        {
            // Put into another group meanwhile, or emptied: there is nothing left to answer under this number.
            if (!groups.TryGetValue(one.Number, out var group)) return Refusal.Conflict("answer-changed", one.Number);
            var response = responses.GetValueOrDefault(group.Id);
            if ((response?.Version ?? 0) != one.Version) return Refusal.Conflict("answer-changed", one.Number);
            taken.Add(new(group, response));
        }
        return Outcome<IReadOnlyList<TakenAnswer>>.Of(taken);
    }
}

static class AnsweredGroups
{
    /// <summary>What gets an answer: every group that stands on its own and has an opinion that counts, one alone in it too.</summary>
    public static IQueryable<OpinionGroup> Answered(this IQueryable<OpinionGroup> groups, int consultation) =>
        groups.Where(g => g.ConsultationId == consultation && g.IntoId == null && g.Total > 0);

    /// <summary>Opinions that count and that no group answers.</summary>
    public static Task<int> CountUnanswered(this AppDbContext db, int consultation, CancellationToken ct) =>
        db.Unplaced(consultation).CountAsync(ct);
}
