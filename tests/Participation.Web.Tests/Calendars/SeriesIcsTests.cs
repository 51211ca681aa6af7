using System.Net;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Application.Series;
using Participation.Application.Spaces;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.Calendars;

/// <summary>The calendar file of a series, as a reader's calendar takes it.</summary>
public sealed class SeriesIcsTests(SeriesIcsTests.Site site) : IClassFixture<SeriesIcsTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_meeting_is_an_instant_in_Tokyo_and_one_of_two_days_comes_twice()
    {
        var slug = await Open();
        var text = await Read(slug);
        var events = Regex.Matches(text, "BEGIN:VEVENT.*?END:VEVENT", RegexOptions.Singleline).Select(m => m.Value).ToList();
        Assert.Equal(2, events.Count);
        Assert.Contains("DTSTART:20310320T043000Z\r\nDTEND:20310320T070000Z\r\n", events[0], StringComparison.Ordinal);
        Assert.DoesNotContain("RRULE", events[0], StringComparison.Ordinal);
        Assert.Contains("DTSTART:20310528T043000Z\r\nDTEND:20310528T070000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\n", events[1], StringComparison.Ordinal);
        Assert.Contains("LOCATION:市民の家\\, 二階\r\n", events[0], StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", events[0], StringComparison.Ordinal);
        Assert.Single(Regex.Matches(await Read(slug, 2), "BEGIN:VEVENT"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(new Uri($"/series/{slug}/9/calendar.ics", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task One_that_moves_keeps_its_name_and_rises_and_one_put_off_or_called_off_is_struck_out()
    {
        var slug = await Open();
        var before = await Read(slug, 1);
        await Send(new PostponeMeeting(slug, 1, new(2031, 4, 2), null, "大雪のため"));
        var moved = await Read(slug, 1);
        Assert.Equal(Line(before, "UID"), Line(moved, "UID"));
        Assert.True(int.Parse(Line(moved, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture) > int.Parse(Line(before, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("20310402T043000Z", Line(moved, "DTSTART"));
        await Send(new PostponeMeeting(slug, 1, null, null, "もう一度"));
        Assert.Equal("CANCELLED", Line(await Read(slug, 1), "STATUS"));
        await Send(new CancelMeeting(slug, 2, "会場が使えない"));
        Assert.Equal(("CANCELLED", "会場が使えない"), (Line(await Read(slug, 2), "STATUS"), Line(await Read(slug, 2), "DESCRIPTION")));
    }

    async Task<string> Open()
    {
        var (space, slug) = ($"s-{Guid.NewGuid():N}", $"w-{Guid.NewGuid():N}");
        await Send(new SaveSpace { Slug = space, Title = "計画づくり" });
        await Send(new SaveSeries(slug, space, "まちを話す会", ""));
        await Send(new SaveMeeting(slug, null, new("港", new(2031, 3, 20), null, new(13, 30), new(16, 0), "市民の家, 二階", 30)));
        await Send(new SaveMeeting(slug, null, new("広場", new(2031, 5, 28), new(2031, 5, 29), new(13, 30), new(16, 0), "市民の家", 30)));
        await Send(new PublishSeries(slug));
        return slug;
    }

    async Task<string> Read(string slug, int? number = null)
    {
        var answer = await site.Http.GetAsync(new Uri($"/series/{slug}{(number is null ? "" : $"/{number}")}/calendar.ics", UriKind.Relative));
        Assert.Equal("text/calendar; charset=utf-8", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.ToString());
        return (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    static string Line(string text, string name) => Regex.Match(text, $"^{name}:(.*?)\r$", RegexOptions.Multiline).Groups[1].Value;

    async Task Send<T>(IRequest<Outcome<T>> request)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.Operator;
        Assert.Null((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request)).Why);
    }
}
