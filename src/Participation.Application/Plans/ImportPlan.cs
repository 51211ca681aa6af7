using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>計画案を取り込む: a new version of the text; anchors last where the words are the same.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ImportPlan(string Slug, PlanFormat Format, byte[] File) : IRequest<Outcome<PlanImported>>, IKeyedRequest
{
    public string? Key { get; init; }
}

public sealed record PlanImported(int Sections, int Passages, int Version);

sealed class ImportPlanHandler(AppDbContext db, ConsultationCatalog catalog, TimeProvider clock, Caller caller)
    : IRequestHandler<ImportPlan, Outcome<PlanImported>>
{
    public async Task<Outcome<PlanImported>> Handle(ImportPlan ask, CancellationToken ct)
    {
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Slug == ask.Slug, ct);
        if (consultation is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        var reading = PlanReader.Read(ask.Format, ask.File);
        if (reading.Draft is not { } draft) return Refusal.Invalid("file", CodeOf(reading.Problem!.Value));

        var before = await db.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Sections).Include(p => p.Passages)
            .Where(p => p.ConsultationId == consultation.Id).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
        var text = Anchors.Assign(draft, before?.ToAnchored());
        var plan = Plan.Import(consultation, text, (before?.Version ?? 0) + 1, clock.GetUtcNow());
        db.Plans.Add(plan);
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return new PlanImported(text.Sections.Count, text.Passages.Count, plan.Version);
    }

    static string CodeOf(PlanProblem problem) => problem switch
    {
        PlanProblem.Empty => "plan-empty",
        PlanProblem.NotUtf8 => "plan-not-utf8",
        PlanProblem.TooLarge => "plan-too-large",
        PlanProblem.TooManyPassages => "plan-too-many-passages",
        PlanProblem.NotDocx => "plan-not-docx",
        PlanProblem.EncryptedOrLegacy => "plan-encrypted",
        PlanProblem.Damaged => "plan-damaged",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
