using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Spaces;

namespace Participation.Application.Spaces;

/// <summary>Puts a calendar in place of a space's present one: all rows or none.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ImportTimeline(string Slug, byte[] Csv) : IRequest<Outcome<SpaceView>>, IKeyedRequest
{
    public string? Key { get; init; }
}

/// <summary>Reads a calendar without keeping it, for staff to look at first.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record PreviewTimeline(byte[] Csv) : IRequest<Outcome<IReadOnlyList<TimelineEntry>>>;

sealed class ImportTimelineHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<ImportTimeline, Outcome<SpaceView>>
{
    public async Task<Outcome<SpaceView>> Handle(ImportTimeline ask, CancellationToken ct)
    {
        var space = await db.Spaces.SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct);
        if (space is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(space.Slug)) return Refusal.NotAllowed;
        var read = TimelineSheet.Read(ask.Csv);
        if (read.Refused) return read.Why;
        space.Schedule(read.Value, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return SpaceView.Of(space);
    }
}

sealed class PreviewTimelineHandler : IRequestHandler<PreviewTimeline, Outcome<IReadOnlyList<TimelineEntry>>>
{
    public Task<Outcome<IReadOnlyList<TimelineEntry>>> Handle(PreviewTimeline ask, CancellationToken ct) => Task.FromResult(TimelineSheet.Read(ask.Csv));
}
