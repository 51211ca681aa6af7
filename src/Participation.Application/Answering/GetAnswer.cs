using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>One group's answer with all that was done to it, and what it may change.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record GetAnswer(string Slug, int Number) : IRequest<Outcome<AnswerView>>;

/// <param name="Text">The group's first opinion, without what is masked.</param>
/// <param name="Passages">Those of the part of the plan that it speaks of, as they may be rewritten.</param>
/// <param name="Others">What other groups' answers make of the same passages.</param>
/// <param name="Published">It is a correction that is written from now on.</param>
/// <param name="Own">The reader wrote these words, and so neither checks nor approves them.</param>
public sealed record AnswerView(
    int Number, int Version, int Total, string? Title, string Text, string? Section, ResponseState? State, ResponseWords Words, string? Remark,
    IReadOnlyList<AnswerStepView> Steps, IReadOnlyList<EditablePassage> Passages, IReadOnlyList<OtherRewrite> Others, IReadOnlyList<string> Codes,
    bool Published, bool Own, bool MayApprove, AnswerCredit? Credit);

/// <summary>Whose words it began with.</summary>
public sealed record AnswerCredit(string Consultation, int Number);

/// <param name="By">A name; null where the account is gone.</param>
public sealed record AnswerStepView(Guid Id, ResponseAct Act, DateTimeOffset At, string? By, string? Remark, int Version, DateTimeOffset? UndoneAt, string? UndoneBy, bool CanUndo);

public sealed record EditablePassage(string Anchor, string Text);

public sealed record OtherRewrite(int Number, string Anchor, string After);

sealed class GetAnswerHandler(AppDbContext db, AnswerDesk desk, AccountSeal accounts) : IRequestHandler<GetAnswer, Outcome<AnswerView>>
{
    const int PassagesAtMost = 300, StepsAtMost = 100;

    public async Task<Outcome<AnswerView>> Handle(GetAnswer ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var (consultation, plan) = entered.Value;
        var found = await db.OpinionGroups.AsNoTracking().Answered(consultation.Id).Where(g => g.Number == ask.Number)
            .Join(db.Opinions, g => g.FirstId, o => o.Id, (g, o) => new { Group = g, Text = o.MaskedText ?? o.Text }).SingleOrDefaultAsync(ct);
        if (found is null) return Refusal.NotFound;
        var response = await db.Responses.AsNoTracking().SingleOrDefaultAsync(r => r.GroupId == found.Group.Id, ct);
        var passages = Passages(plan, found.Group, response);
        return new AnswerView(
            found.Group.Number, response?.Version ?? 0, found.Group.Total, found.Group.Title, found.Text, found.Group.Section,
            response?.State, response?.Words ?? ResponseWords.None, response?.Remark, await Steps(response, consultation.PublishedAt is not null, ct),
            passages, await Others(consultation.Id, found.Group.Id, [.. passages.Select(p => p.Anchor)], ct), consultation.ReflectionCodes,
            consultation.PublishedAt is not null, response?.Drafted?.By == desk.Actor, desk.MayApprove(consultation.Space), await Credit(response, ct));
    }

    async Task<AnswerCredit?> Credit(Response? response, CancellationToken ct) => response?.Words.ReusedFrom is not { } source ? null
        : await db.Responses.AsNoTracking().Where(r => r.Id == source).Join(db.Consultations, r => r.ConsultationId, c => c.Id, (r, c) => new { r.GroupId, c.Title })
            .Join(db.OpinionGroups, r => r.GroupId, g => g.Id, (r, g) => new AnswerCredit(r.Title, g.Number)).SingleOrDefaultAsync(ct);

    static IReadOnlyList<EditablePassage> Passages(PlanIndex plan, OpinionGroup group, Response? response)
    {
        var within = group.Section is { } section ? plan.Within(section).SelectMany(s => plan.BySection[s]) : plan.Passages;
        var chosen = (response?.Words.Rewrites ?? []).Select(c => plan.Passage(c.Anchor)).OfType<Domain.Plans.AnchoredPassage>();
        return [.. chosen.Concat(within.Take(PassagesAtMost)).DistinctBy(p => p.Anchor).OrderBy(p => p.Order).Select(p => new EditablePassage(p.Anchor, p.Editable()))];
    }

    async Task<IReadOnlyList<AnswerStepView>> Steps(Response? response, bool published, CancellationToken ct)
    {
        if (response is null) return [];
        var steps = await db.ResponseSteps.AsNoTracking().Where(s => s.ResponseId == response.Id).OrderByDescending(s => s.Version).Take(StepsAtMost).ToListAsync(ct);
        var names = await accounts.NamesOf(db, steps.SelectMany(s => new[] { s.By, s.UndoneBy }), ct);
        var last = steps.FirstOrDefault(s => s.UndoneAt is null)?.Id;
        return [.. steps.Select(s => new AnswerStepView(
            s.Id, s.Act, s.At, names.GetValueOrDefault(s.By), s.Remark, s.Version, s.UndoneAt, s.UndoneBy is null ? null : names.GetValueOrDefault(s.UndoneBy), !published && s.Id == last))];
    }

    async Task<IReadOnlyList<OtherRewrite>> Others(int consultation, Guid group, HashSet<string> anchors, CancellationToken ct)
    {
        var others = await db.OpinionGroups.AsNoTracking().Answered(consultation).Where(g => g.Id != group)
            .Join(db.Responses, g => g.Id, r => r.GroupId, (g, r) => new { g.Number, r.Words, r.ChangesPlan }).Where(r => r.ChangesPlan).OrderBy(r => r.Number).ToListAsync(ct);
        return [.. others.SelectMany(o => o.Words.Rewrites.Where(c => anchors.Contains(c.Anchor)).Select(c => new OtherRewrite(o.Number, c.Anchor, c.After)))];
    }
}
