using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Adds a heading at the end, or renames one.</summary>
/// <param name="Heading">Null for a new one.</param>
[Audience(Audience.SpaceStaff)]
public sealed record SaveHeading(string Slug, HeadingSeen? Heading, string? Title) : IRequest<Outcome<StepDone>>;

sealed class SaveHeadingHandler(GroupDesk desk, Headings headings) : IRequestHandler<SaveHeading, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(SaveHeading ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var save = await desk.Begin(entered.Value.Id, StepKind.Arranged, ct);
        if (ask.Heading is null)
        {
            var added = save.Head(null, ask.Title, OutlinePlaces.Between(await headings.LastPlace(entered.Value.Id, ct), null)!.Value);
            if (added.Refused) return added.Why;
            return new StepDone(await desk.Save(save, ct), 0);
        }
        var taken = await headings.Take(entered.Value.Id, ask.Heading, ct);
        if (taken.Refused) return taken.Why;
        var renamed = save.Rename(taken.Value, ask.Title);
        if (renamed.Refused) return renamed.Why;
        return new StepDone(await desk.Save(save, ct), 0);
    }
}

/// <summary>Takes a heading away; the groups under it wait for another.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record RemoveHeading(string Slug, HeadingSeen Heading) : IRequest<Outcome<StepDone>>;

sealed class RemoveHeadingHandler(AppDbContext db, GroupDesk desk, Headings headings) : IRequestHandler<RemoveHeading, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(RemoveHeading ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await headings.Take(entered.Value.Id, ask.Heading, ct);
        if (taken.Refused) return taken.Why;
        var remove = await desk.Begin(entered.Value.Id, StepKind.Arranged, ct);
        remove.Remove(taken.Value, await db.OpinionGroups.Where(g => g.HeadingId == taken.Value.Id).ToListAsync(ct));
        return new StepDone(await desk.Save(remove, ct), 0);
    }
}
