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
            submission.Counts.Where(step => step.Dimension is not TallyDimension.Ledger).GroupBy(step => (step.Dimension, step.Key)),
            steps => Assert.Equal((0, 0), (steps.Sum(s => s.Submitters), steps.Sum(s => s.Opinions))));
    }

    [Fact]
    public void What_the_ledgers_filters_find_is_counted_in_submissions_also_when_it_is_late_or_withdrawn()
    {
        var submission = Given.Submission(consultation, SubmissionStatus.Late, Sender.Anonymous, ("一", "s1"), ("二", null));
        Assert.Equal(["Ledger  1/0", "Ledger channel:Web 1/0", "Ledger status:Late 1/0", "Ledger unassigned 1/0"], Standing(submission));
        submission.Assign(3, "staff-7", 0, "staff-1", Given.During);
        submission.Withdraw(consultation, Given.During);
        Assert.Equal(["Ledger  1/0", "Ledger assignee:staff-7 1/0", "Ledger channel:Web 1/0", "Ledger office:3 1/0", "Ledger status:Withdrawn 1/0"], Standing(submission));
    }

    static IEnumerable<string> Standing(Submission submission) => submission.Counts.Where(step => step.Dimension is TallyDimension.Ledger)
        .GroupBy(step => step.Key).Select(g => g.First() with { Submitters = g.Sum(s => s.Submitters), Opinions = g.Sum(s => s.Opinions) })
        .Where(step => step.Submitters is not 0).Select(s => $"{s.Dimension} {s.Key} {s.Submitters}/{s.Opinions}").Order(StringComparer.Ordinal);

    /// <summary>The figures; the ledger's own are counted apart.</summary>
    static IEnumerable<string> Steps(IEnumerable<TallyChange> counts) =>
        counts.Where(s => s.Dimension is not TallyDimension.Ledger).Select(s => $"{s.Dimension} {s.Key} {s.Submitters}/{s.Opinions}").Order(StringComparer.Ordinal);
}
