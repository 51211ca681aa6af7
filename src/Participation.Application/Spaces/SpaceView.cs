using Participation.Application.Consultations;
using Participation.Domain.Spaces;
using Participation.Domain.Wording;

namespace Participation.Application.Spaces;

/// <summary>A space as everybody may see it.</summary>
/// <param name="MeetingsCounted">Of how many meetings it is written down who came (<see cref="GetAttendance"/>).</param>
public sealed record SpaceView(
    string Slug, string Title, string Summary, string DecidedBy, string Office, IReadOnlyList<Phase> Phases,
    IReadOnlyList<TimelineEntry> Timeline, DateTimeOffset ChangedAt, int Version, IReadOnlyList<Translation> Translations, int MeetingsCounted = 0)
{
    public static SpaceView Of(Space s) => new(
        s.Slug, s.Title, s.Summary, s.DecidedBy, s.Office, s.Phases, s.Timeline, s.ChangedAt, s.Version, s.Translations, s.Attendance.Count);

    /// <summary>What takes place on a day.</summary>
    public IEnumerable<TimelineEntry> On(DateOnly today) => Happening.Where(e => e.Start!.Value.First <= today && today <= e.End!.Value.Last);

    /// <summary>What begins next of what has a day.</summary>
    public TimelineEntry? NextAfter(DateOnly today) => Happening.Where(e => e.Start!.Value.First > today).MinBy(e => e.Start!.Value.First);

    IEnumerable<TimelineEntry> Happening => Timeline.Where(e => e is { HasDay: true, Status: not TimelineStatus.Postponed });
}

/// <summary>A space and the calls for opinions that belong to it.</summary>
public sealed record SpaceWithConsultations(SpaceView Space, IReadOnlyList<ConsultationView> Consultations);
