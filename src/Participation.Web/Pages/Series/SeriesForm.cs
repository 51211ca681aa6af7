using Participation.Application.Series;
using Participation.Domain.Series;

namespace Participation.Web.Pages.Series;

/// <summary>What staff type of a series.</summary>
public sealed class SeriesForm
{
    public string? Key { get; set; }
    public string? Slug { get; set; }
    public string? Space { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public int? Version { get; set; }

    public static SeriesForm Of(SeriesView? series) => series is null ? new() : new()
    {
        Slug = series.Slug, Space = series.Space, Title = series.Title, Description = series.Description, Version = series.Version,
    };
}

/// <summary>What staff type of a meeting.</summary>
public sealed class MeetingForm
{
    public string? Key { get; set; }
    public string? Title { get; set; }
    public DateOnly? First { get; set; }
    public DateOnly? Last { get; set; }
    public TimeOnly? Starts { get; set; }
    public TimeOnly? Ends { get; set; }
    public string? Venue { get; set; }
    public int? Places { get; set; }
    public string? TakenOver { get; set; }
    public List<string> Workshops { get; set => field = value ?? []; } = [];
    public int? Seen { get; set; }

    public static MeetingForm Of(MeetingView? m) => m is null ? new() : new()
    {
        Title = m.Title, First = m.First, Last = m.Last == m.First ? null : m.Last, Starts = m.Starts, Ends = m.Ends, Venue = m.Venue, Places = m.Places,
        TakenOver = m.TakenOver, Workshops = [.. m.Workshops], Seen = m.Sequence,
    };

    public MeetingPlan ToPlan() => new(Title, First, Last, Starts, Ends, Venue, Places, TakenOver, Workshops);
}

/// <summary>Another day, or none yet, and why.</summary>
public sealed class MoveForm
{
    public DateOnly? First { get; set; }
    public DateOnly? Last { get; set; }
    public string? Reason { get; set; }
    public int? Seen { get; set; }
}
