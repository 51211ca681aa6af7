using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Staff's word on a suggestion: put together what it names, or leave it.</summary>
/// <param name="Opinions">The sequences of those to put together, when it is accepted.</param>
/// <param name="Seen">The groups among them, as they were seen.</param>
[Audience(Audience.SpaceStaff)]
public sealed record DecideSuggestion(string Slug, Guid Suggestion, bool Accept, IReadOnlyList<long> Opinions, IReadOnlyList<GroupSeen> Seen) : IRequest<Outcome<StepDone>>;

sealed class DecideSuggestionHandler(AppDbContext db, GroupDesk desk, SuggestedOpinions suggested, GroupLeaves leaves) : IRequestHandler<DecideSuggestion, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(DecideSuggestion ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var suggestion = await db.GroupSuggestions.SingleOrDefaultAsync(s => s.Id == ask.Suggestion && s.ConsultationId == entered.Value.Id, ct);
        if (suggestion is null) return Refusal.NotFound;
        var decided = suggestion.Decide(ask.Accept ? SuggestionState.Accepted : SuggestionState.Rejected, desk.Actor);
        if (decided.Refused) return decided.Why;
        var act = await desk.Begin(entered.Value.Id, ask.Accept ? StepKind.Accepted : StepKind.Rejected, ct);
        act.Decide(suggestion);
        if (!ask.Accept) return new StepDone(await desk.Save(act, ct), 0);

        var chosen = (await suggested.Of(suggestion, ct)).Where(o => ask.Opinions.Contains(o.Sequence)).ToList();
        if (chosen.Count < 2) return Refusal.Invalid("opinions", "nothing-chosen");
        var standing = await Standing(chosen, ct);
        if (standing.Find(g => g.IntoId is not null || !ask.Seen.Contains(new(g.Number, g.Version))) is { } changed) return Refusal.Conflict("group-changed", changed.Number);
        // An opinion that stands in none gets one of its own.
        List<OpinionGroup> groups = [.. standing, .. await leaves.Of(act, [.. chosen.Where(o => o.Root is null).Select(o => o.Id)], ct)];
        var root = groups.OrderByDescending(g => g.Total).ThenBy(g => g.Number).First();
        var others = groups.Where(g => g != root).ToList();
        var parts = await desk.PartsOf(others, ct);
        foreach (var group in others) act.Join(group, parts[group.Id], root, JoinedBy.Meaning);
        return new StepDone(await desk.Save(act, ct), root.Number);
    }

    async Task<List<OpinionGroup>> Standing(List<SuggestedOpinion> chosen, CancellationToken ct)
    {
        var ids = chosen.Select(o => o.Root?.Id).OfType<Guid>().ToList();
        return await db.OpinionGroups.Where(g => ids.Contains(g.Id)).ToListAsync(ct);
    }
}
