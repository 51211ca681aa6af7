using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>Consultations in the order they were announced.</summary>
[Audience(Audience.Public)]
public sealed record ListConsultations(long After = 0, int Limit = 50) : IRequest<Outcome<Page<ConsultationView>>>;

sealed class ListConsultationsHandler(AppDbContext db, TimeProvider clock, Caller caller)
    : IRequestHandler<ListConsultations, Outcome<Page<ConsultationView>>>
{
    public async Task<Outcome<Page<ConsultationView>>> Handle(ListConsultations ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var found = await db.Consultations.AsNoTracking().Where(c => c.Id > ask.After).OrderBy(c => c.Id).Take(limit + 1).ToListAsync(ct);
        var page = Page.Of(found, limit, c => c.Id);
        return new Page<ConsultationView>(await db.ViewsOf(page.Items, clock.GetUtcNow(), caller, ct), page.Next);
    }
}

static class ConsultationViews
{
    /// <summary>With their counts, asked for once for all.</summary>
    public static async Task<IReadOnlyList<ConsultationView>> ViewsOf(
        this AppDbContext db, IReadOnlyList<Consultation> consultations, DateTimeOffset now, Caller caller, CancellationToken ct)
    {
        var ids = consultations.Select(c => c.Id).ToList();
        var tallies = await db.Tallies.AsNoTracking().Where(t => ids.Contains(t.ConsultationId)).ToListAsync(ct);
        var counts = tallies.ToLookup(t => t.ConsultationId);
        return [.. consultations.Select(c => ConsultationView.Of(c, now, Counts.Of(c, [.. counts[c.Id]], caller)))];
    }
}
