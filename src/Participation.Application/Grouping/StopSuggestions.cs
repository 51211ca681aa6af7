using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Leaves a search for suggestions where it is; what it found stays.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record StopSuggestions(string Slug) : IRequest<Outcome<Done>>;

sealed class StopSuggestionsHandler(AppDbContext db, GroupDesk desk) : IRequestHandler<StopSuggestions, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(StopSuggestions ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var run = await db.SuggestionRuns.SingleOrDefaultAsync(r => r.ConsultationId == entered.Value.Id && r.FinishedAt == null, ct);
        if (run is null) return Refusal.Conflict("run-finished");
        var stopped = run.Stop(desk.Now);
        if (stopped.Refused) return stopped;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
