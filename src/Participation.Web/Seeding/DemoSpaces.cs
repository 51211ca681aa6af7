using System.Globalization;
using System.Text;
using System.Text.Json;
using MediatR;
using Participation.Application.Spaces;
using Participation.Domain.Outcomes;
using Participation.Domain.Spaces;
using Participation.Domain.Time;
using Participation.Domain.Wording;

namespace Participation.Web.Seeding;

/// <summary>Loads seeds/demo/spaces: processes whose calendars lie around today.</summary>
static class DemoSpaces
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var today = JapanTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow(), JapanTime.Zone);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "demo", "spaces"), "*.json").Order(StringComparer.Ordinal))
        {
            var demo = JsonSerializer.Deserialize<DemoSpace>(await File.ReadAllTextAsync(file, ct), Json)!;
            if (!(await mediator.Send(new GetSpace(demo.Slug), ct)).Refused) continue;
            Check(await mediator.Send(new SaveSpace
            {
                Slug = demo.Slug, Title = demo.Title, Summary = demo.Summary, DecidedBy = demo.DecidedBy, Office = demo.Office,
                Phases = [.. demo.Phases.Select(p => new Phase(p.Name, today.AddDays(p.FromInDays), today.AddDays(p.UntilInDays)))],
            }, ct), demo.Slug);
            Check(await mediator.Send(new ImportTimeline(demo.Slug, Sheet(demo.Timeline, today)), ct), demo.Slug);
            if (demo.Attendance is { } came) Check(await mediator.Send(new ImportAttendance(demo.Slug, Attended(came, today)), ct), demo.Slug);
            if (demo.Series is { } series) await series.Load(mediator, demo.Slug, today, ct);
            if (demo.Translations is { } said) Check(await mediator.Send(new TranslateSpace(demo.Slug, said), ct), demo.Slug);
        }
    }

    static byte[] Sheet(IReadOnlyList<DemoEntry> entries, DateOnly today)
    {
        var csv = new StringBuilder("fiscal_year,mechanism,no,start,end,status,note\n");
        foreach (var entry in entries)
        {
            var first = entry.InDays is { } days ? today.AddDays(days) : (DateOnly?)null;
            var status = entry.Status ?? (first?.AddDays(entry.Days - 1) < today ? "done" : "planned");
            csv.Append(CultureInfo.InvariantCulture, $"{FiscalYear.Of(first ?? today).Begins},{entry.Mechanism},{entry.Number},")
                .Append(CultureInfo.InvariantCulture, $"{Text(first, entry)},{Text(first?.AddDays(entry.Days - 1), entry)},{status},{entry.Note}\n");
        }
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    static byte[] Attended(IReadOnlyList<DemoMeeting> meetings, DateOnly today)
    {
        var csv = new StringBuilder("region,venue,date,attendees\n");
        foreach (var meeting in meetings) csv.Append(CultureInfo.InvariantCulture, $"{meeting.Group},{meeting.Venue},{today.AddDays(meeting.InDays):yyyy-MM-dd},{meeting.People}\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    static string? Text(DateOnly? day, DemoEntry entry) => day?.ToString(entry.MonthOnly ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static void Check<T>(Outcome<T> outcome, string what)
    {
        if (outcome.Refused) throw new InvalidOperationException($"{what}: {outcome.Why.Code}");
    }
}

/// <summary>One file of seeds/demo/spaces.</summary>
sealed record DemoSpace(
    string Slug, string Title, string Summary, string DecidedBy, string Office, IReadOnlyList<DemoPhase> Phases, IReadOnlyList<DemoEntry> Timeline,
    IReadOnlyList<Translation>? Translations, IReadOnlyList<DemoMeeting>? Attendance, DemoSeries? Series);

sealed record DemoPhase(string Name, int FromInDays, int UntilInDays);

sealed record DemoEntry(string Mechanism, int? Number, int? InDays, bool MonthOnly, string? Status, string? Note, int Days = 1);

sealed record DemoMeeting(string Group, string Venue, int InDays, int People);
