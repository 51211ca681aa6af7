using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>Opens a series in a space, or says anew what one is about.</summary>
/// <param name="Space">Of a new one; what stands keeps its space.</param>
/// <param name="Version">The version that was being looked at; null for a new one.</param>
[Audience(Audience.SpaceStaff)]
public sealed record SaveSeries(string Slug, string? Space, string? Title, string? Description, int? Version = null) : IRequest<Outcome<Done>>, IKeyedRequest
{
    public string? Key { get; init; }
}

/// <summary>From then on everybody sees it.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record PublishSeries(string Slug) : IRequest<Outcome<Done>>;

sealed class SaveSeriesValidator : AbstractValidator<SaveSeries>
{
    public SaveSeriesValidator() => RuleFor(s => s.Slug).MaximumLength(64).WithErrorCode("slug-shape");
}

sealed class SaveSeriesHandler(AppDbContext db, TimeProvider clock, Caller caller)
    : IRequestHandler<SaveSeries, Outcome<Done>>, IRequestHandler<PublishSeries, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SaveSeries ask, CancellationToken ct)
    {
        var (series, now) = (await Find(ask.Slug, ct), clock.GetUtcNow());
        if (series is null)
        {
            if (ask.Version is not null) return Refusal.NotFound;
            if (string.IsNullOrEmpty(ask.Space)) return Refusal.Invalid("space", "required");
            if (!caller.IsStaffOf(ask.Space)) return Refusal.NotAllowed;
            if (!await db.Spaces.AnyAsync(s => s.Slug == ask.Space, ct)) return Refusal.Invalid("space", "space-unknown");
            var opened = WorkshopSeries.Open(ask.Slug, ask.Space, ask.Title, ask.Description, now);
            if (opened.Refused) return opened.Why;
            db.Add(series = opened.Value);
        }
        else
        {
            if (!caller.IsStaffOf(series.Space)) return Refusal.NotAllowed;
            if (ask.Version is null) return Refusal.Invalid("slug", "series-slug-taken");
            if (ask.Version != series.Version) return Refusal.ChangedMeanwhile;
            var described = series.Describe(ask.Title, ask.Description, now);
            if (described.Refused) return described.Why;
        }
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<Done>> Handle(PublishSeries ask, CancellationToken ct)
    {
        var (series, now) = (await Find(ask.Slug, ct), clock.GetUtcNow());
        if (series is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(series.Space)) return Refusal.NotAllowed;
        var published = series.Publish(now);
        if (published.Refused) return published.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    Task<WorkshopSeries?> Find(string slug, CancellationToken ct) => db.WorkshopSeries.Include(s => s.Meetings).SingleOrDefaultAsync(s => s.Slug == slug, ct);
}
