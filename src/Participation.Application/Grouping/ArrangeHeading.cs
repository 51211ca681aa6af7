using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>A heading as somebody saw it.</summary>
public sealed record HeadingSeen(Guid Id, int Version);

/// <summary>Moves a heading with all that stands under it.</summary>
/// <param name="Before">The heading that it stands before from then on; last when null.</param>
[Audience(Audience.SpaceStaff)]
public sealed record ArrangeHeading(string Slug, HeadingSeen Heading, Guid? Before) : IRequest<Outcome<StepDone>>;

sealed class ArrangeHeadingHandler(AppDbContext db, GroupDesk desk, Headings headings) : IRequestHandler<ArrangeHeading, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(ArrangeHeading ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await headings.Take(entered.Value.Id, ask.Heading, ct);
        if (taken.Refused) return taken.Why;
        var heading = taken.Value;
        var arrange = await desk.Begin(entered.Value.Id, StepKind.Arranged, ct);
        var others = await db.OutlineHeadings.Where(h => h.ConsultationId == heading.ConsultationId && !h.Gone && h.Id != heading.Id).OrderBy(h => h.Place).ThenBy(h => h.Id).ToListAsync(ct);
        var at = others.FindIndex(h => h.Id == ask.Before);
        if (at < 0) at = others.Count;
        if (OutlinePlaces.Between(at > 0 ? others[at - 1].Place : null, at < others.Count ? others[at].Place : null) is { } place) arrange.Place(heading, place);
        else
        {
            others.Insert(at, heading);
            foreach (var (each, i) in others.Select((h, i) => (h, i))) arrange.Place(each, OutlinePlaces.Of(i));
        }
        return new StepDone(await desk.Save(arrange, ct), 0);
    }
}

/// <summary>Headings to be changed, as they were seen.</summary>
sealed class Headings(AppDbContext db)
{
    public async Task<Outcome<OutlineHeading>> Take(int consultation, HeadingSeen seen, CancellationToken ct)
    {
        var heading = await db.OutlineHeadings.SingleOrDefaultAsync(h => h.Id == seen.Id && h.ConsultationId == consultation, ct);
        if (heading is null) return Refusal.NotFound;
        return heading.Gone || heading.Version != seen.Version ? Refusal.ChangedMeanwhile : heading;
    }

    public async Task<int> LastPlace(int consultation, CancellationToken ct) =>
        await db.OutlineHeadings.Where(h => h.ConsultationId == consultation && !h.Gone).MaxAsync(h => (int?)h.Place, ct) ?? 0;
}
