using System.Text.RegularExpressions;
using Participation.Domain.Boards;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Series;

/// <summary>連続ワークショップ: meetings of one subject, each of which takes over what the one before it found.</summary>
public sealed partial class WorkshopSeries : Aggregate
{
    /// <summary>With a number behind it, it names what followers are told.</summary>
    public const int SlugAtMost = 60;

    public const int TitleAtMost = 120;
    public const int DescriptionAtMost = 4000;
    public const int MeetingsAtMost = 60;

    readonly List<SeriesMeeting> meetings = [];

    WorkshopSeries() { }

    public int Id { get; private set; }
    public string Slug { get; private set; } = "";

    /// <summary>The space it belongs to, by its slug.</summary>
    public string Space { get; private set; } = "";

    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public IReadOnlyList<SeriesMeeting> Meetings => meetings;

    /// <summary>Before that staff alone see it.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts the changes; whoever changes an older one is told.</summary>
    public int Version { get; private set; }

    /// <summary>What is told is told to those who watch the space.</summary>
    public string Stream => Streams.Space(Space);

    public static Outcome<WorkshopSeries> Open(string slug, string space, string? title, string? description, DateTimeOffset now)
    {
        if (!SlugShape().IsMatch(slug)) return Refusal.Invalid("slug", "slug-shape");
        if (slug.Length > SlugAtMost) return Refusal.Invalid("slug", "field-too-long", SlugAtMost);
        var series = new WorkshopSeries { Slug = slug, Space = space };
        var described = series.Describe(title, description, now);
        return described.Refused ? described.Why : series;
    }

    public Outcome<Done> Describe(string? title, string? description, DateTimeOffset now)
    {
        var named = NoteText.Of(title, TitleAtMost, "title");
        if (named.Refused) return named.Why;
        var said = SeriesText.Optional(description, DescriptionAtMost, "description");
        if (said.Refused) return said.Why;
        (Title, Description) = (named.Value, said.Value);
        Changed("series.described", now);
        return Done.It;
    }

    /// <summary>From then on everybody sees it, and people sign up.</summary>
    public Outcome<Done> Publish(DateTimeOffset now)
    {
        if (PublishedAt is not null) return Refusal.Conflict("series-published");
        if (meetings.Count is 0) return Refusal.Conflict("series-empty");
        PublishedAt = now;
        Changed("series.published", now);
        Tell(Stream, Kinds.SeriesAnnounced, $$"""{"series":"{{Slug}}"}""");
        return Done.It;
    }

    public Outcome<SeriesMeeting> Add(MeetingPlan plan, DateTimeOffset now)
    {
        if (meetings.Count >= MeetingsAtMost) return Refusal.Invalid("title", "list-too-long", MeetingsAtMost);
        var planned = SeriesMeeting.Plan(this, meetings.Select(m => m.Number).DefaultIfEmpty().Max() + 1, plan, now);
        if (planned.Refused) return planned.Why;
        meetings.Add(planned.Value);
        Changed("series.meeting-added", now);
        if (PublishedAt is not null) Tell(Stream, Kinds.MeetingAnnounced, $$"""{"series":"{{Slug}}","meeting":{{planned.Value.Number}}}""");
        return planned.Value;
    }

    void Changed(string act, DateTimeOffset now)
    {
        Translations = [.. Translations.Where(t => Sayable.ContainsKey(t.Field))];
        Version++;
        ChangedAt = now;
        Log(act, $"series:{Slug}");
        Tell(Stream, Kinds.SpaceChanged);
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex SlugShape();
}
