using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>延期する: to another day, or to one that is not known yet. Whoever signed up is told, once.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record PostponeMeeting(string Slug, int Number, DateOnly? First, DateOnly? Last, string? Reason, int? Seen = null) : IRequest<Outcome<Done>>;

/// <summary>中止する. Whoever signed up is told, once.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record CancelMeeting(string Slug, int Number, string? Reason, int? Seen = null) : IRequest<Outcome<Done>>;

sealed class MoveMeetingHandler(AppDbContext db, MeetingDesk desk, TimeProvider clock, Caller caller)
    : IRequestHandler<PostponeMeeting, Outcome<Done>>, IRequestHandler<CancelMeeting, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(PostponeMeeting ask, CancellationToken ct) =>
        Change(ask.Slug, ask.Number, ask.Seen, meeting => meeting.Postpone(ask.First, ask.Last, ask.Reason, clock.GetUtcNow()), ct);

    public Task<Outcome<Done>> Handle(CancelMeeting ask, CancellationToken ct) =>
        Change(ask.Slug, ask.Number, ask.Seen, meeting => meeting.Cancel(ask.Reason, clock.GetUtcNow()), ct);

    async Task<Outcome<Done>> Change(string slug, int number, int? seen, Func<SeriesMeeting, Outcome<Done>> change, CancellationToken ct)
    {
        var found = await db.MeetingToWorkOn(slug, number, caller, ct);
        if (found.Refused) return found.Why;
        var meeting = found.Value;
        if (seen is not null && seen != meeting.Sequence) return Refusal.ChangedMeanwhile;
        var changed = change(meeting);
        if (changed.Refused) return changed.Why;
        // Who left while it had no day made room that nobody could be given.
        await desk.MoveUp(meeting, ct);
        await desk.TellChange(meeting, ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
