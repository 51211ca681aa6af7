using Microsoft.EntityFrameworkCore;
using Participation.Application.Eligibility;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Moderation;

namespace Participation.Application.Privacy;

/// <summary>What they reported, found by the same keyed hash that makes one person count once.</summary>
sealed class KeptReports(AppDbContext db, PersonKeys keys) : IKept
{
    public string Name => "reports";

    public IReadOnlyList<Type> Of => [typeof(OpinionReport)];

    public async Task<object> Read(User person, CancellationToken ct)
    {
        var reporter = await keys.ReporterOf(person.Id, ct);
        return await (
            from report in db.OpinionReports.AsNoTracking()
            where report.Reporter == reporter
            join opinion in db.Opinions on report.OpinionId equals opinion.Id
            join consultation in db.Consultations on opinion.ConsultationId equals consultation.Id
            orderby report.At
            select new Report(consultation.Title, opinion.Sequence, report.Why, report.Words, report.At)).ToListAsync(ct);
    }

    sealed record Report(string Consultation, long Opinion, Withheld Why, string Words, DateTimeOffset At);
}
