using Participation.Domain.Consultations;

namespace Participation.Domain.Tests.Consultations;

public class TallyingTests
{
    readonly Consultation consultation = Given.Consultation();

    [Fact]
    public void Three_points_of_one_sender_count_once_as_submitter_and_thrice_as_opinions()
    {
        var letter = Given.Submission(
            consultation, SubmissionStatus.Accepted, new Sender(AgeBand: "30代"), ("一", "s1"), ("二", "s1"), ("三", null));
        Assert.Equal(
            ["AgeBand 30代 1/3", "Channel Web 1/3", "Day 2026-01-10 1/3", "District  1/3", "Section  1/1", "Section s1 1/2", "Total  1/3"], Steps(letter.Counts));
    }

    [Fact]
    public void A_late_one_counts_in_its_own_list_and_nowhere_else() =>
        Assert.Equal(["Late  1/2"], Steps(Given.Submission(consultation, SubmissionStatus.Late, Sender.Anonymous, ("一", "s1"), ("二", null)).Counts));

    [Theory]
    [InlineData(SubmissionStatus.Accepted)]
    [InlineData(SubmissionStatus.Late)]
    public void Taking_it_back_undoes_every_step(SubmissionStatus status)
    {
        var submission = Given.Submission(consultation, status, new Sender(District: "平田"), ("一", "s1"), ("二", "s2"));
        Assert.NotEmpty(submission.Counts);
        submission.Withdraw(consultation, Given.During);

        Assert.All(
            submission.Counts.GroupBy(step => (step.Dimension, step.Key)),
            steps => Assert.Equal((0, 0), (steps.Sum(s => s.Submitters), steps.Sum(s => s.Opinions))));
    }

    static IEnumerable<string> Steps(IEnumerable<TallyChange> counts) =>
        counts.Select(s => $"{s.Dimension} {s.Key} {s.Submitters}/{s.Opinions}").Order(StringComparer.Ordinal);
}
