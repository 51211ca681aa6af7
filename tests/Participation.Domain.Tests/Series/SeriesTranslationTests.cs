using Participation.Domain.Series;
using Participation.Domain.Wording;

namespace Participation.Domain.Tests.Series;

public sealed class SeriesTranslationTests
{
    [Fact]
    public void A_series_and_what_its_meetings_say_are_said_again_and_what_two_meetings_say_once()
    {
        var series = Plans.Draft();
        series.Add(Plans.Plan(new(2025, 1, 10)) with { TakenOver = "広場の日陰" }, Plans.Now);
        series.Add(Plans.Plan(new(2025, 2, 10)) with { Title = "坂を話す" }, Plans.Now);
        Assert.Equal(
            ["description", "meetings[坂を話す]", "meetings[港を話す]", "takenOver[広場の日陰]", "title", "venues[市民の家]"],
            series.Sayable.Keys.Order(StringComparer.Ordinal));
        Assert.False(series.Translate([new("en", "title", "Talking about our town"), new("ja-easy", WorkshopSeries.VenueField("市民の家"), "市民の家（しみんのいえ）")], Plans.Now).Refused);
        Assert.Equal("Talking about our town", series.Translations.Find("en", "title"));
        Assert.Equal("translation-field", series.Translate([new("en", WorkshopSeries.MeetingField("空を話す"), "The sky")], Plans.Now).Why!.Code);
        Assert.Equal("translation-language", series.Translate([new("fr", "title", "x")], Plans.Now).Why!.Code);
        Assert.Equal(2, series.Translations.Count);
    }

    [Fact]
    public void Why_a_day_was_put_off_is_said_again_too()
    {
        var meeting = Plans.Meeting(new(2025, 1, 10));
        meeting.Postpone(null, null, "大雪のため", Plans.Now);
        Assert.False(meeting.Series.Translate([new("en", WorkshopSeries.ReasonField("大雪のため"), "Heavy snow")], Plans.Now).Refused);
        meeting.Cancel("会場が使えない", Plans.Now);
        Assert.Contains(WorkshopSeries.ReasonField("会場が使えない"), meeting.Series.Sayable.Keys);
    }

    [Fact]
    public void A_meetings_new_words_have_no_translation_and_those_of_the_old_ones_go_with_the_next_change()
    {
        var series = Plans.Draft();
        var meeting = series.Add(Plans.Plan(new(2025, 1, 10)), Plans.Now).Value;
        series.Translate([new("en", WorkshopSeries.MeetingField("港を話す"), "The harbour"), new("en", "title", "Our town")], Plans.Now);
        Assert.False(meeting.Change(Plans.Plan(new(2025, 1, 10)) with { Title = "坂を話す" }, Plans.Now).Refused);
        Assert.Null(series.Translations.Find("en", WorkshopSeries.MeetingField("坂を話す")));
        series.Describe("まちを話す会", "みんなで", Plans.Now);
        Assert.Equal(["title"], series.Translations.Select(t => t.Field));
    }
}
