using System.Text;
using MediatR;
using Microsoft.Extensions.Localization;
using Participation.Application.Consultations;
using Participation.Application.Spaces;
using Participation.Domain.Consultations;
using Participation.Web.Api;
using Participation.Web.Words;

namespace Participation.Web.Calendars;

/// <summary>Calendars to subscribe to and feeds to follow.</summary>
static class CalendarFiles
{
    public const string AtomType = "application/atom+xml";

    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet("/spaces/{slug}/calendar.ics", Ics);
        app.MapGet("/series/{slug}/calendar.ics", SeriesCalendar.All);
        app.MapGet("/series/{slug}/{number:int}/calendar.ics", SeriesCalendar.One);
        app.MapGet("/spaces/{slug}/feed.xml", SpaceFeed);
        app.MapGet("/feed.xml", SiteFeed);
    }

    static async Task<IResult> Ics(HttpContext http, IMediator mediator, IStringLocalizer<PageWords> words, string slug)
    {
        var found = await mediator.Send(new GetSpace(slug), http.RequestAborted);
        if (found.Refused) return Problems.Of(found.Why, http);
        var text = IcsCalendar.Write(found.Value.Space.ForReader().Title, SpaceCalendar.EventsOf(found.Value.ForReader(), words, SiteOf(http)));
        return Results.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", $"{slug}.ics");
    }

    static async Task<IResult> SpaceFeed(HttpContext http, IMediator mediator, IStringLocalizer<PageWords> words, TimeProvider clock, string slug)
    {
        var found = await mediator.Send(new GetSpace(slug), http.RequestAborted);
        if (found.Refused) return Problems.Of(found.Why, http);
        var (space, consultations) = found.Value.ForReader();
        var page = $"{SiteOf(http)}/spaces/{slug}";
        var entries = consultations.SelectMany(c => StepsOf(c, words, SiteOf(http), clock.GetUtcNow())).Append(ChangeOf(space, words, SiteOf(http)));
        return Atom(http, space.Title, page, space.Office.Length > 0 ? space.Office : words["Site.Name"], entries);
    }

    static async Task<IResult> SiteFeed(HttpContext http, IMediator mediator, IStringLocalizer<PageWords> words, TimeProvider clock)
    {
        var all = await mediator.Send(new ListConsultations(Limit: 500) { NewestFirst = true }, http.RequestAborted);
        var spaces = await mediator.Send(new ListSpaces(Limit: 500) { NewestFirst = true }, http.RequestAborted);
        var entries = all.Value.Items.SelectMany(c => StepsOf(c.ForReader(), words, SiteOf(http), clock.GetUtcNow()))
            .Concat(spaces.Value.Items.Select(s => ChangeOf(s.ForReader(), words, SiteOf(http))));
        return Atom(http, words["Site.Name"], SiteOf(http) + "/", words["Site.Name"], entries);
    }

    static IResult Atom(HttpContext http, string title, string page, string author, IEnumerable<FeedEntry> entries)
    {
        const int atMost = 50;
        var newest = entries.OrderByDescending(e => e.At).Take(atMost).ToList();
        return Results.Bytes(AtomFeed.Write(title, SiteOf(http) + http.Request.Path, page, author, newest), AtomType + "; charset=utf-8");
    }

    /// <summary>What has happened of a consultation so far.</summary>
    static IEnumerable<FeedEntry> StepsOf(ConsultationView c, IStringLocalizer<PageWords> words, string site, DateTimeOffset now)
    {
        var page = $"{site}/consultations/{c.Slug}";
        FeedEntry Entry(string step, DateTimeOffset at) => new($"{page}#{step}", words[$"Feed.{step}", c.Title], page, at, c.Summary);

        yield return Entry("announced", c.AnnouncedAt);
        if (c.Window.Opens <= now) yield return Entry("opened", c.Window.Opens);
        if (c.Window.Closes <= now) yield return Entry("closed", c.Window.Closes);
        if (c.Stage is Stage.Published && c.PublishedAt is { } published) yield return Entry("published", published);
    }

    /// <summary>The last change of a space: each has an id of its own, so that a reader is told again.</summary>
    static FeedEntry ChangeOf(SpaceView space, IStringLocalizer<PageWords> words, string site)
    {
        var page = $"{site}/spaces/{space.Slug}";
        return new($"{page}#changed-{space.Version}", words["Feed.CalendarChanged", space.Title], page, space.ChangedAt, space.Summary);
    }

    internal static string SiteOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
