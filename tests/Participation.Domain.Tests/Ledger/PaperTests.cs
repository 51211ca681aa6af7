using System.Globalization;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Tests.Consultations;
using Participation.Domain.Time;

namespace Participation.Domain.Tests.Ledger;

/// <summary>What stands on a paper's stamps, and what follows from it.</summary>
public class PaperTests
{
    [Theory]
    [InlineData("R8.1.10", "2026-01-10")]
    [InlineData("2026-1-10", "2026-01-10")]
    [InlineData("２０２６－１－１０", "2026-01-10")]
    [InlineData("20260110", "2026-01-10")]
    [InlineData("1/10", "2026-01-10")]
    [InlineData("12/25", "2025-12-25")]
    [InlineData("1月10日", "2026-01-10")]
    public void A_day_is_typed_as_the_stamp_has_it(string typed, string day) =>
        Assert.Equal(day, PaperDay.TryParse(typed, new(2026, 1, 20), out var read) ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("13/1")]
    [InlineData("きのう")]
    [InlineData("")]
    public void What_is_no_day_is_none(string typed) => Assert.False(PaperDay.TryParse(typed, new(2026, 1, 20), out _));

    [Theory]
    [InlineData(DeadlineRule.Arrival, "2026-01-23", null, DeadlineVerdict.Arrived, "2026-01-23")]
    [InlineData(DeadlineRule.Arrival, "2026-01-24", "2026-01-22", DeadlineVerdict.ArrivedLate, "2026-01-24")]
    [InlineData(DeadlineRule.Postmark, "2026-01-26", "2026-01-23", DeadlineVerdict.Postmarked, "2026-01-23")]
    [InlineData(DeadlineRule.Postmark, "2026-01-26", "2026-01-24", DeadlineVerdict.PostmarkedLate, "2026-01-24")]
    [InlineData(DeadlineRule.Postmark, "2026-01-26", null, DeadlineVerdict.NoPostmarkLate, "2026-01-26")]
    [InlineData(DeadlineRule.Postmark, "2026-01-23", null, DeadlineVerdict.NoPostmark, "2026-01-23")]
    public void Why_it_is_late_or_not_is_said_and_agrees_with_what_was_decided(
        DeadlineRule rule, string received, string? postmarked, DeadlineVerdict verdict, string day)
    {
        var (consultation, submission) = Came(new(Channel.Post, rule), received, postmarked);
        var why = DeadlineReason.Of(consultation, submission);
        Assert.Equal((verdict, Day(day)), (why.Verdict, why.Day));
        Assert.Equal(Day("2026-01-23"), why.Deadline);
        Assert.Equal(verdict.ToString().EndsWith("Late", StringComparison.Ordinal), submission.Status is SubmissionStatus.Late);
    }

    [Fact]
    public void A_postmark_in_time_does_not_help_after_the_last_delivery()
    {
        var until = JapanTime.StartOfDay(new DateOnly(2026, 1, 29), JapanTime.Zone);
        var (consultation, submission) = Came(new(Channel.Post, DeadlineRule.Postmark, until), "2026-01-29", "2026-01-23");
        Assert.Equal(new DeadlineReason(DeadlineVerdict.DeliveredLate, Day("2026-01-28"), Day("2026-01-29")), DeadlineReason.Of(consultation, submission));
    }

    static (Consultation, Submission) Came(ChannelRule rule, string received, string? postmarked)
    {
        var consultation = Consultation.Announce(new()
        {
            Slug = "plan-2030", Title = "案", Channels = [rule], Window = Window.OfDays(new(2025, 12, 25), new(2026, 1, 23), JapanTime.Zone)!,
        }, Given.During).Value;
        var arrival = new Arrival(rule.Channel, new(2026, 1, 30, 0, 0, 0, TimeSpan.Zero), Day(received), postmarked is null ? null : Day(postmarked));
        var status = Deadline.Judge(consultation.Window, rule, arrival).Value;
        return (consultation, Submission.Receive(consultation, ReceiptNumber.New(), [1], arrival, status, Sender.Anonymous, [(new OpinionDraft("紙で"), null)], "staff-1"));
    }

    static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
