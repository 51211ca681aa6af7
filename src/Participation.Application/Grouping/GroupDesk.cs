using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Grouping;

/// <summary>A group as somebody saw it: what they decide holds for that version.</summary>
public sealed record GroupSeen(int Number, int Version);

/// <summary>What every act on groups begins and ends with.</summary>
sealed class GroupDesk(AppDbContext db, ConsultationCatalog catalog, TimeProvider clock, Caller caller)
{
    public string Actor => caller.ActorId;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The consultation, for its own staff.</summary>
    public async Task<Outcome<CatalogEntry>> Enter(string slug, CancellationToken ct)
    {
        if (await catalog.Find(slug, ct) is not { } entry) return Refusal.NotFound;
        return caller.IsStaffOf(entry.Consultation.Space) ? entry : Refusal.NotAllowed;
    }

    /// <summary>For as long as its result is not published.</summary>
    public async Task<Outcome<Consultation>> EnterToChange(string slug, CancellationToken ct)
    {
        var entered = await Enter(slug, ct);
        if (entered.Refused) return entered.Why;
        return entered.Value.Consultation.PublishedAt is null ? entered.Value.Consultation : Refusal.Conflict("result-published");
    }

    /// <summary>The groups as they were seen, in that order; refused by name when somebody changed one meanwhile.</summary>
    public async Task<Outcome<IReadOnlyList<OpinionGroup>>> Take(int consultation, IReadOnlyList<GroupSeen> seen, CancellationToken ct)
    {
        var numbers = seen.Select(s => s.Number).Distinct().ToList();
        var found = await db.OpinionGroups.Where(g => g.ConsultationId == consultation && numbers.Contains(g.Number)).ToDictionaryAsync(g => g.Number, ct);
        var taken = new List<OpinionGroup>();
        foreach (var one in seen)
        {
            if (!found.TryGetValue(one.Number, out var group)) return Refusal.NotFound;
            if (group.Version != one.Version) return Refusal.Conflict("group-changed", one.Number);
            taken.Add(group);
        }
        return Outcome<IReadOnlyList<OpinionGroup>>.Of(taken);
    }

    /// <summary>By the group that they are parts of.</summary>
    public async Task<ILookup<Guid, OpinionGroup>> PartsOf(IEnumerable<OpinionGroup> groups, CancellationToken ct)
    {
        var ids = groups.Select(g => g.Id).ToList();
        return (await db.OpinionGroups.Where(g => g.IntoId != null && ids.Contains(g.IntoId.Value)).ToListAsync(ct)).ToLookup(g => g.IntoId!.Value);
    }

    public async Task<Regrouping> Begin(int consultation, StepKind kind, CancellationToken ct)
    {
        var last = await db.OpinionGroups.Where(g => g.ConsultationId == consultation).MaxAsync(g => (int?)g.Number, ct) ?? 0;
        return new(consultation, kind, Actor, Now, last + 1);
    }

    public async Task<Guid> Save(Regrouping regrouping, CancellationToken ct)
    {
        db.AddRange(regrouping.NewHeadings);
        db.AddRange(regrouping.Made);
        db.AddRange(regrouping.NewMembers);
        var step = regrouping.Close();
        db.Add(step);
        await db.SaveChangesAsync(ct);
        return step.Id;
    }
}
