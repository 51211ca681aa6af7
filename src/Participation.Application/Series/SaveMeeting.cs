using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>Plans one more meeting, or says anew what one is: its place, its hours, what it took over, which workshops it held.</summary>
/// <param name="Number">Null for one more.</param>
/// <param name="Seen">The revision that was looked at; sign-ups that come meanwhile change none.</param>
/// <returns>Its number.</returns>
[Audience(Audience.SpaceStaff)]
public sealed record SaveMeeting(string Slug, int? Number, MeetingPlan Plan, int? Seen = null) : IRequest<Outcome<int>>, IKeyedRequest
{
    public string? Key { get; init; }
}

sealed class SaveMeetingHandler(AppDbContext db, MeetingDesk desk, TimeProvider clock, Caller caller) : IRequestHandler<SaveMeeting, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(SaveMeeting ask, CancellationToken ct)
    {
        if (ask.Number is { } number) return await Change(ask, number, ct);
        var series = await db.WorkshopSeries.Include(s => s.Meetings).SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct);
        if (series is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(series.Space)) return Refusal.NotAllowed;
        if (await Strange(ask.Plan, series.Space, ct) is { } strange) return strange;
        var added = series.Add(ask.Plan, clock.GetUtcNow());
        if (added.Refused) return added.Why;
        await db.SaveChangesAsync(ct);
        return added.Value.Number;
    }

    async Task<Outcome<int>> Change(SaveMeeting ask, int number, CancellationToken ct)
    {
        var found = await db.MeetingToWorkOn(ask.Slug, number, caller, ct);
        if (found.Refused) return found.Why;
        var meeting = found.Value;
        if (ask.Seen is { } seen && seen != meeting.Sequence) return Refusal.ChangedMeanwhile;
        if (await Strange(ask.Plan, meeting.Series.Space, ct) is { } strange) return strange;
        var (now, before) = (clock.GetUtcNow(), (meeting.Venue, meeting.Starts, meeting.Ends));
        var changed = meeting.Change(ask.Plan, now);
        if (changed.Refused) return changed.Why;
        if (before != (meeting.Venue, meeting.Starts, meeting.Ends) && meeting.StandingAt(now) is MeetingStanding.Planned) await desk.TellElsewhere(meeting, ct);
        // More places than before: those who wait have them first.
        await desk.MoveUp(meeting, ct);
        await db.SaveChangesAsync(ct);
        return number;
    }

    /// <summary>A workshop of another space is none of theirs to show.</summary>
    async Task<Refusal?> Strange(MeetingPlan plan, string space, CancellationToken ct)
    {
        var codes = (plan.Workshops ?? []).Distinct().ToArray();
        if (codes.Length is 0 or > MeetingPlan.WorkshopsAtMost) return null;
        return await db.WorkshopSessions.CountAsync(w => codes.Contains(w.Code) && w.Space == space, ct) == codes.Length ? null : Refusal.Invalid("workshops", "choice-unknown");
    }
}
