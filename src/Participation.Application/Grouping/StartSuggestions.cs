using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Looks through a consultation for opinions of like meaning. It goes on behind everybody's back; what waited undecided is looked for anew.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record StartSuggestions(string Slug) : IRequest<Outcome<Done>>;

sealed class StartSuggestionsHandler(AppDbContext db, GroupDesk desk, ComparedOpinions compared) : IRequestHandler<StartSuggestions, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(StartSuggestions ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Id;
        if (await db.SuggestionRuns.AnyAsync(r => r.ConsultationId == id && r.FinishedAt == null, ct)) return Refusal.Conflict("run-stands");
        var sections = await compared.Sections(id, ct);
        if (sections.Count is 0) return Refusal.Conflict("nothing-to-compare");
        db.RemoveRange(await db.GroupSuggestions.Where(s => s.ConsultationId == id && s.State == SuggestionState.Open).ToListAsync(ct));
        db.Add(new SuggestionRun(id, sections, desk.Actor, desk.Now));
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
