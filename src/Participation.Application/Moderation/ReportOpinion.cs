using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Moderation;

/// <summary>報告する: says that an opinion breaks the rules of the place. The same person counts once.</summary>
/// <param name="Network">Where the report comes from, when nobody is signed in.</param>
[Audience(Audience.Public)]
public sealed record ReportOpinion(string Slug, long Sequence, Withheld? Why, string? Words, string Network) : IRequest<Outcome<Done>>;

sealed class ReportOpinionValidator : AbstractValidator<ReportOpinion>
{
    public ReportOpinionValidator()
    {
        RuleFor(r => r.Why).Must(why => why is not null and not Withheld.Held && Enum.IsDefined(why.Value)).WithErrorCode("choice-unknown");
        RuleFor(r => r.Words).MaximumLength(OpinionReport.WordsAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { OpinionReport.WordsAtMost });
    }
}

sealed class ReportOpinionHandler(AppDbContext db, ConsultationCatalog catalog, PersonKeys keys, TimeProvider clock, Caller caller)
    : IRequestHandler<ReportOpinion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ReportOpinion ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        var opinion = await db.Opinions.AsNoTracking().Counted().SingleOrDefaultAsync(o => o.ConsultationId == consultation.Id && o.Sequence == ask.Sequence, ct);
        if (opinion is null) return Refusal.NotFound;
        if (opinion.Withheld is not null) return Refusal.Conflict("already-hidden");
        var reporter = await keys.ReporterOf(caller.UserId ?? $"network {ask.Network}", ct);
        if (await db.OpinionReports.AnyAsync(r => r.OpinionId == opinion.Id && r.Reporter == reporter, ct)) return Done.It;

        var now = clock.GetUtcNow();
        var moderated = await db.CaseOf(opinion, consultation.Stream, now, ct);
        var reported = moderated.Report(now);
        if (reported.Refused) return reported;
        db.Add(new OpinionReport(opinion.Id, reporter, ask.Why!.Value, (ask.Words ?? "").Trim(), now));
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
