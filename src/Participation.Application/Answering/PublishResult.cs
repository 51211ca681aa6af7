using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;

namespace Participation.Application.Answering;

/// <summary>結果を公表する, all of it or nothing, once. After that it publishes a correction: a new, dated edition beside the old one.</summary>
/// <param name="PersonalDataSeen">How many places that may be personal data somebody has looked at and found to be none.</param>
/// <param name="Reason">Of a correction; shown to the public.</param>
[Audience(Audience.SpaceStaff)]
public sealed record PublishResult(string Slug, int PersonalDataSeen = 0, string? Reason = null) : IRequest<Outcome<ResultPublished>>;

/// <param name="Plan">The version of the plan that it was decided with.</param>
public sealed record ResultPublished(int Edition, int Rows, int Revisions, int Plan, string Hash);

sealed class PublishResultValidator : AbstractValidator<PublishResult>
{
    public PublishResultValidator() => RuleFor(p => p.Reason).MaximumLength(Edition.ReasonAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { Edition.ReasonAtMost });
}

sealed class PublishResultHandler(AppDbContext db, AnswerDesk desk, PublishingItems publishing, ConsultationCatalog catalog) : IRequestHandler<PublishResult, Outcome<ResultPublished>>
{
    public async Task<Outcome<ResultPublished>> Handle(PublishResult ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        if (!desk.MayApprove(entered.Value.Consultation.Space)) return Refusal.NotAllowed;
        var consultation = await db.Consultations.SingleAsync(c => c.Slug == ask.Slug, ct);
        var stage = consultation.StageAt(desk.Now);
        if (stage is not (Stage.Answering or Stage.Published)) return Refusal.Conflict("wrong-stage", stage, Stage.Answering);
        if (stage is Stage.Published && string.IsNullOrWhiteSpace(ask.Reason)) return Refusal.Invalid("reason", "required");

        var stored = await db.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Sections).Include(p => p.Passages)
            .Where(p => p.ConsultationId == consultation.Id).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
        var plan = PlanIndex.Of(stored);
        var items = await publishing.Of(consultation, plan, ct);
        var check = await publishing.Check(consultation, plan, items, ct);
        if (check.Refuse(ask.PersonalDataSeen) is { } obstacle) return obstacle;

        var before = await db.Editions.Include(e => e.Revisions).Where(e => e.ConsultationId == consultation.Id).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
        var decided = before is null ? DecidedPlan.Of(plan, items) : DecidedPlan.After(before, plan);
        var contents = Contents(await Figures(consultation, ct), plan, decided, items, before);
        if (before is not null && before.Hash == Edition.HashOf(before.Figures.Count > 0 ? contents : contents with { Figures = null })) return Refusal.Conflict("nothing-to-correct");
        if (before is null && consultation.Publish(desk.Now) is { Refused: true } refused) return refused.Why!;
        if (decided.Text is { } text) db.Add(Plan.Import(consultation, text, contents.PlanAfter, desk.Now));
        var edition = Edition.Of(consultation, contents, before, before is null ? null : ask.Reason!.Trim(), desk.Actor, desk.Now);
        db.Add(edition);
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return new ResultPublished(edition.Number, edition.RowCount, edition.Revisions.Count, edition.PlanAfter, edition.Hash);
    }

    async Task<IReadOnlyList<EditionCount>> Figures(Consultation consultation, CancellationToken ct)
    {
        var tallies = await db.Tallies.AsNoTracking().Where(t => t.ConsultationId == consultation.Id && EditionCount.Kept.Contains(t.Dimension) && (t.Opinions > 0 || t.Submitters > 0)).ToListAsync(ct);
        return [.. tallies.OrderBy(t => t.Dimension).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => new EditionCount(t.Dimension, t.Key, t.Submitters, t.Opinions))];
    }

    static EditionContents Contents(
        IReadOnlyList<EditionCount> figures, PlanIndex plan, DecidedPlan decided, IReadOnlyList<PublishingItem> items, Edition? before)
    {
        EditionCount? One(TallyDimension dimension) => figures.FirstOrDefault(f => f.Dimension == dimension);
        var rows = items.Select((item, i) => new EditionRow(i + 1, item.Group.Id, item.Group.Number, item.Group.Section, item.Place, item.Group.Total, item.Response!.Words)).ToList();
        var revisions = PublishingItems.Changed(items)
            .OrderBy(g => decided.OrderOf(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select((g, i) => new EditionRevision(
                i + 1, g.Key, decided.AnchorAfter(g.Key), decided.PlaceOf(g.Key), g.First().Change.Before, g.First().Change.After, [.. g.Select(c => c.Row).Distinct()]));
        return new(
            One(TallyDimension.Total)?.Submitters ?? 0, One(TallyDimension.Total)?.Opinions ?? 0, One(TallyDimension.Late)?.Opinions ?? 0, One(TallyDimension.OutOfScope)?.Opinions ?? 0,
            before?.PlanBefore ?? plan.Version, before?.PlanAfter ?? (decided.Text is null ? plan.Version : plan.Version + 1), rows, [.. revisions], figures);
    }
}
