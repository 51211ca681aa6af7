using Participation.Application.Series;
using Participation.Application.Spaces;
using Participation.Domain.Series;
using Participation.TestKit;

namespace Participation.Application.Tests.Series;

/// <summary>What tests of series begin with.</summary>
static class Seriesing
{
    public static async Task<string> OpenSpace(this TestApp app)
    {
        var slug = $"s-{Guid.NewGuid():N}";
        Assert.Null((await app.Send(new SaveSpace { Slug = slug, Title = "計画づくり" }, TestApp.Staff)).Why);
        return slug;
    }

    public static MeetingPlan Plan(DateOnly first, DateOnly? last = null, int places = 30, string title = "港を話す") =>
        new(title, first, last, new(13, 30), new(16, 0), "市民の家", places);

    /// <summary>A series with one meeting two weeks from the tests' noon; its slug.</summary>
    public static async Task<string> OpenSeries(this TestApp app, int places = 30, bool published = true, string? space = null)
    {
        var slug = $"w-{Guid.NewGuid():N}";
        Assert.Null((await app.Send(new SaveSeries(slug, space ?? await app.OpenSpace(), "まちを話す会", "みんなで"), TestApp.Staff)).Why);
        Assert.Equal(1, (await app.Send(new SaveMeeting(slug, null, Plan(new(2026, 1, 19), places: places)), TestApp.Staff)).Value);
        if (published) Assert.Null((await app.Send(new PublishSeries(slug), TestApp.Staff)).Why);
        return slug;
    }

    public static async Task<MeetingView> Meeting(this TestApp app, string slug, int number = 1) =>
        (await app.Send(new GetSeries(slug), TestApp.Staff)).Value.Meetings.Single(m => m.Number == number);
}
