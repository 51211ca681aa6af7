using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>Consultations in the order they were announced, or the newest first.</summary>
[Audience(Audience.Public)]
public sealed record ListConsultations(long After = 0, int Limit = 50) : IRequest<Outcome<Page<ConsultationView>>>
{
    public bool NewestFirst { get; init; }

    /// <summary>True for those whose window is not over yet, false for the others.</summary>
    public bool? Running { get; init; }

    /// <summary>Only those the caller does staff's work in.</summary>
    public bool Theirs { get; init; }
}

sealed class ListConsultationsHandler(AppDbContext db, TimeProvider clock, Caller caller)
    : IRequestHandler<ListConsultations, Outcome<Page<ConsultationView>>>
{
    public async Task<Outcome<Page<ConsultationView>>> Handle(ListConsultations ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var now = clock.GetUtcNow();
        var asked = db.Consultations.AsNoTracking();
        if (ask.Running is { } running) asked = running ? asked.Where(c => c.Closes > now) : asked.Where(c => c.Closes <= now);
        if (ask.Theirs && !caller.IsStaff)
        {
            var spaces = caller.StaffSpaces;
            asked = asked.Where(c => c.Space != null && spaces.Contains(c.Space));
        }
        asked = ask.NewestFirst ? asked.Where(c => ask.After == 0 || c.Id < ask.After).OrderByDescending(c => c.Id) : asked.Where(c => c.Id > ask.After).OrderBy(c => c.Id);
        var page = Page.Of(await asked.Take(limit + 1).ToListAsync(ct), limit, c => c.Id);
        return new Page<ConsultationView>(await db.ViewsOf(page.Items, now, caller, ct), page.Next);
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
