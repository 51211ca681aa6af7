using System.Text;
using MediatR;
using Microsoft.Extensions.Localization;
using Participation.Application.Series;
using Participation.Domain.Series;
using Participation.Web.Api;
using Participation.Web.Words;

namespace Participation.Web.Calendars;

/// <summary>The meetings of a series for somebody's own calendar. One that moves keeps its place there; one that is put off or called off is struck out.</summary>
static class SeriesCalendar
{
    public static Task<IResult> All(HttpContext http, IMediator mediator, IStringLocalizer<PageWords> words, string slug) => Write(http, mediator, words, slug, null);

    public static Task<IResult> One(HttpContext http, IMediator mediator, IStringLocalizer<PageWords> words, string slug, int number) => Write(http, mediator, words, slug, number);

    static async Task<IResult> Write(HttpContext http, IMediator mediator, IStringLocalizer<PageWords> words, string slug, int? number)
    {
        var found = await mediator.Send(new GetSeries(slug), http.RequestAborted);
        if (found.Refused) return Problems.Of(found.Why, http);
        var (series, site) = (found.Value.ForReader(), CalendarFiles.SiteOf(http));
        var meetings = series.Meetings.Where(m => number is null || m.Number == number).ToList();
        if (meetings.Count is 0) return Problems.Of(Domain.Outcomes.Refusal.NotFound, http);
        var text = IcsCalendar.Write(series.Title, meetings.Select(m => Event(series, m, words, site)));
        return Results.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", number is null ? $"{slug}.ics" : $"{slug}-{number}.ics");
    }

    static CalendarEvent Event(SeriesView series, MeetingView m, IStringLocalizer<PageWords> words, string site)
    {
        string Say(string field, string original) => Content.Text(series.Translations, field, original);
        var reason = m.CancelReason.Length > 0 ? m.CancelReason : m.Moves.Count > 0 ? m.Moves[^1].Reason : "";
        return new(
            $"{m.Number}@{series.Slug}.series.participation", $"{series.Title} {words["Meeting.Number", m.Number]} {Say(WorkshopSeries.MeetingField(m.Title), m.Title)}",
            m.First, m.Last, Say(WorkshopSeries.ReasonField(reason), reason),
            m.Standing is MeetingStanding.Cancelled or MeetingStanding.Postponed ? CalendarEventStatus.Cancelled : CalendarEventStatus.Confirmed,
            $"{site}/series/{series.Slug}#meeting-{m.Number}", m.ChangedAt)
        {
            Hours = (m.Starts, m.Ends), Place = Say(WorkshopSeries.VenueField(m.Venue), m.Venue), Sequence = m.Sequence,
        };
    }
}
