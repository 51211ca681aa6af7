using Participation.Domain.Spaces;

namespace Participation.Application.Spaces;

/// <summary>会場別参加者表 as everybody may see it.</summary>
/// <param name="People">延べ: who came twice is counted twice.</param>
/// <param name="Version">Of the space.</param>
public sealed record AttendanceView(string Slug, string Title, string Office, IReadOnlyList<VenueGroup> Groups, int Meetings, int People, int Version)
{
    public static AttendanceView Of(Space s) =>
        new(s.Slug, s.Title, s.Office, Attendance.Groups(s.Attendance), s.Attendance.Count, s.Attendance.Sum(a => a.People), s.Version);
}
