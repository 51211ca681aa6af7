using MediatR;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>起案: writes the answer to a group. What is written anew is checked and approved anew.</summary>
/// <param name="Changes">Passages of the plan and what they are to say.</param>
[Audience(Audience.SpaceStaff)]
public sealed record SaveAnswer(
    string Slug, AnswerSeen Answer, string Summary, string Text, string? Reflection = null, bool ChangesPlan = false, string? Where = null,
    IReadOnlyList<PassageWords>? Changes = null, Guid? ReusedFrom = null) : IRequest<Outcome<AnswerDone>>;

/// <summary>What a passage is to say; its words now when unchanged, nothing to take it out.</summary>
public sealed record PassageWords(string Anchor, string After);

/// <param name="Number">Of the group.</param>
/// <param name="Version">Of its answer from then on.</param>
public sealed record AnswerDone(int Number, int Version);

sealed class SaveAnswerHandler(AppDbContext db, AnswerDesk desk) : IRequestHandler<SaveAnswer, Outcome<AnswerDone>>
{
    public async Task<Outcome<AnswerDone>> Handle(SaveAnswer ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var (consultation, plan) = entered.Value;
        var taken = await desk.Take(consultation.Id, [ask.Answer], ct);
        if (taken.Refused) return taken.Why;
        var (group, standing) = (taken.Value[0].Group, taken.Value[0].Response);
        // What was published has changed the plan already: a correction leaves that as it is.
        var changes = consultation.PublishedAt is null ? Changes(ask, plan) : Outcome<IReadOnlyList<PassageRewrite>>.Of(standing?.Words.Rewrites ?? []);
        if (changes.Refused) return changes.Why;

        var response = standing ?? Response.For(group, desk.Now);
        var words = new ResponseWords(
            Clean(ask.Summary), Clean(ask.Text), Empty(ask.Reflection), ask.ChangesPlan || changes.Value.Count > 0, Empty(ask.Where), changes.Value, plan.Version, ask.ReusedFrom);
        var drafted = response.Draft(words, consultation, desk.Actor, desk.Now);
        if (drafted.Refused) return drafted.Why;
        if (standing is null) db.Add(response);
        db.Add(drafted.Value);
        await db.SaveChangesAsync(ct);
        return new AnswerDone(group.Number, response.Version);
    }

    static Outcome<IReadOnlyList<PassageRewrite>> Changes(SaveAnswer ask, PlanIndex plan)
    {
        var changes = new List<PassageRewrite>();
        foreach (var change in ask.Changes ?? [])
        {
            // Left out is not the same as empty: a passage is taken out only by who says so.
            if (change.After is null) return Refusal.Invalid("changes", "required");
            // Its words were changed by an import since: what was written was written about other words.
            if (plan.Passage(change.Anchor) is not { } passage) return Refusal.Conflict("plan-changed", ask.Answer.Number);
            var (before, after) = (passage.Editable(), Clean(change.After));
            if (before != after) changes.Add(new(change.Anchor, before, after));
        }
        return Outcome<IReadOnlyList<PassageRewrite>>.Of(changes);
    }

    static string Clean(string? words) => (words ?? "").ReplaceLineEndings("\n").Trim();

    static string? Empty(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
