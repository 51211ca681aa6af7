using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Wording;

namespace Participation.Application.Series;

/// <summary>Says what a series and its meetings are about in other languages, in place of what was said in them before.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record TranslateSeries(string Slug, IReadOnlyList<Translation> Translations) : IRequest<Outcome<IReadOnlyList<Translation>>>;

sealed class TranslateSeriesHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<TranslateSeries, Outcome<IReadOnlyList<Translation>>>
{
    public async Task<Outcome<IReadOnlyList<Translation>>> Handle(TranslateSeries ask, CancellationToken ct)
    {
        var series = await db.WorkshopSeries.Include(s => s.Meetings).SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct);
        if (series is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(series.Space)) return Refusal.NotAllowed;
        var translated = series.Translate(Translations.Trimmed(ask.Translations), clock.GetUtcNow());
        if (translated.Refused) return translated.Why;
        await db.SaveChangesAsync(ct);
        return Outcome<IReadOnlyList<Translation>>.Of(series.Translations);
    }
}
