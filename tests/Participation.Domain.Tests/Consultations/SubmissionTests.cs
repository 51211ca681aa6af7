using System.Text.Json;
using Participation.Domain.Consultations;

namespace Participation.Domain.Tests.Consultations;

public class SubmissionTests
{
    readonly Consultation consultation = Given.Consultation();

    [Fact]
    public void Each_opinion_is_told_of_in_its_order_and_takes_the_next_sequence()
    {
        var submission = Given.Submission(consultation, ("一", "s1"), ("二", null), ("三", "s1"));
        submission.PlaceFrom(41);

        Assert.Equal(["opinion.received", "opinion.received", "opinion.received"], submission.News.Select(n => n.Kind));
        Assert.Equal((41, 3), (submission.Sequence, submission.Opinions.Count));
        Assert.Equal([(1, 41L, "一"), (2, 42L, "二"), (3, 43L, "三")], submission.Opinions.Select(o => (o.Ordinal, o.Sequence, o.Text)));
        Assert.Equal("submission.received", Assert.Single(submission.Acts).Name);
    }

    [Fact]
    public void To_key_in_for_somebody_else_is_an_act_of_its_own_that_says_who_did()
    {
        var act = Assert.Single(Given.KeyedIn(consultation, by: "staff-7").Acts);
        Assert.Equal("submission.keyed-on-behalf", act.Name);
        Assert.Equal("""{"by":"staff-7","channel":"counter"}""", act.Detail);
    }

    [Fact]
    public void What_is_told_to_all_and_noted_for_the_trail_has_none_of_the_senders_words()
    {
        var submission = Given.Submission(
            consultation, SubmissionStatus.Accepted, new Sender("平田 かもめ", "平田町", "k@example.jp", "30代", "平田"), ("港を明るく", "s1"));
        var said = JsonSerializer.Serialize(new { submission.News, submission.Acts });
        foreach (var personal in new[] { "平田", "k@example.jp", "30代", "港を明るく" })
            Assert.DoesNotContain(JsonEncodedText.Encode(personal).ToString(), said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_one_is_told_of_without_its_place()
    {
        var late = Given.Submission(consultation, SubmissionStatus.Late, Sender.Anonymous, ("おそい", "s1"));
        var news = Assert.Single(late.News);
        Assert.Equal(("opinion.late", "{}"), (news.Kind, news.Data));
    }

    [Fact]
    public void Its_sender_takes_it_back_until_the_last_tick_and_once()
    {
        var submission = Given.Submission(consultation, ("一", "s1"), ("二", null));
        submission.PlaceFrom(7);
        submission.Forget();
        var last = consultation.Closes.AddTicks(-1);

        Assert.True(submission.CanWithdraw(consultation, last));
        Assert.False(submission.Withdraw(consultation, last).Refused);
        Assert.Equal((SubmissionStatus.Withdrawn, (DateTimeOffset?)last), (submission.Status, submission.WithdrawnAt));
        Assert.All(submission.Opinions, o => Assert.Equal(SubmissionStatus.Withdrawn, o.Status));
        Assert.Equal(["一", "二"], submission.Opinions.Select(o => o.Text));
        Assert.Equal("""{"opinions":[7,8],"sections":["s1",null]}""", Assert.Single(submission.News).Data);
        Assert.Equal("already-withdrawn", submission.Withdraw(consultation, last).Why!.Code);
    }

    [Fact]
    public void At_the_close_it_is_not_taken_back_and_nothing_of_it_changes()
    {
        var submission = Given.Submission(consultation, ("一", null));
        submission.Forget();

        Assert.False(submission.CanWithdraw(consultation, consultation.Closes));
        Assert.Equal("closed", submission.Withdraw(consultation, consultation.Closes).Why!.Code);
        Assert.Equal(SubmissionStatus.Accepted, submission.Status);
        Assert.Empty(submission.News);
        Assert.Empty(submission.Counts);
    }
}
