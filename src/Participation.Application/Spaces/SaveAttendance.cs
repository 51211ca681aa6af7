using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Documents.Csv;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Spaces;

namespace Participation.Application.Spaces;

/// <summary>Writes down one more meeting and how many came.</summary>
/// <param name="Once">Refused where the same line stands already: it was counted, not written, so it is the same meeting.</param>
[Audience(Audience.SpaceStaff)]
public sealed record AddAttendance(string Slug, string? Group, string? Venue, string? Day, string? People, bool Once = false) : IRequest<Outcome<Done>>, IKeyedRequest
{
    public string? Key { get; init; }
}

/// <summary>Takes one meeting out of the table.</summary>
/// <param name="Meeting">As it was seen; of two that are the same, one.</param>
[Audience(Audience.SpaceStaff)]
public sealed record RemoveAttendance(string Slug, VenueCount Meeting) : IRequest<Outcome<AttendanceView>>;

/// <summary>Puts a whole table in place of the present one: all rows or none. <c>region,venue,date,attendees</c>.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ImportAttendance(string Slug, byte[] Csv) : IRequest<Outcome<AttendanceView>>;

sealed class AttendanceHandler(AppDbContext db, TimeProvider clock, Caller caller)
    : IRequestHandler<AddAttendance, Outcome<Done>>, IRequestHandler<RemoveAttendance, Outcome<AttendanceView>>, IRequestHandler<ImportAttendance, Outcome<AttendanceView>>
{
    static readonly string[] Header = ["region", "venue", "date", "attendees"];

    public async Task<Outcome<Done>> Handle(AddAttendance ask, CancellationToken ct)
    {
        var changed = await Change(ask.Slug, space => With(space, ask), ct);
        return changed.Refused ? changed.Why : Done.It;
    }

    static Outcome<IReadOnlyList<VenueCount>> With(Space space, AddAttendance ask)
    {
        var added = Attendance.Read([new(null, ask.Group, ask.Venue, ask.Day, ask.People)]);
        if (added.Refused) return added.Why;
        if (ask.Once && space.Attendance.Contains(added.Value[0])) return Refusal.Conflict("attendance-counted");
        return space.Attendance.Count >= Attendance.RowsAtMost ? Refusal.Invalid("venue", "list-too-long", Attendance.RowsAtMost)
            : Outcome<IReadOnlyList<VenueCount>>.Of([.. space.Attendance, .. added.Value]);
    }

    public Task<Outcome<AttendanceView>> Handle(RemoveAttendance ask, CancellationToken ct) => Change(ask.Slug, space =>
    {
        var left = space.Attendance.ToList();
        return left.Remove(ask.Meeting) ? Outcome<IReadOnlyList<VenueCount>>.Of(left) : Refusal.ChangedMeanwhile;
    }, ct);

    public Task<Outcome<AttendanceView>> Handle(ImportAttendance ask, CancellationToken ct) => Change(ask.Slug, _ => Read(ask.Csv), ct);

    async Task<Outcome<AttendanceView>> Change(string slug, Func<Space, Outcome<IReadOnlyList<VenueCount>>> change, CancellationToken ct)
    {
        var space = await db.Spaces.SingleOrDefaultAsync(s => s.Slug == slug, ct);
        if (space is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(space.Slug)) return Refusal.NotAllowed;
        var meetings = change(space);
        if (meetings.Refused) return meetings.Why;
        space.Attend(meetings.Value, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return AttendanceView.Of(space);
    }

    static Outcome<IReadOnlyList<VenueCount>> Read(byte[] csv)
    {
        try
        {
            var rows = CsvTable.Read(csv, Header);
            if (rows.Count is 0) return Refusal.Invalid("csv", "csv-empty");
            return Attendance.Read([.. rows.Select(r => new VenueRow(r.Line, r["region"], r["venue"], r["date"], r["attendees"]))]);
        }
        catch (UnreadableTableException unreadable)
        {
            return unreadable.Reason is "csv-header" ? Refusal.Invalid("csv", "attendance-header") : Refusal.Invalid("csv", unreadable.Reason, unreadable.Line);
        }
    }
}
