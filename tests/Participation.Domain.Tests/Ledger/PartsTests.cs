using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.Tests.Consultations;

namespace Participation.Domain.Tests.Ledger;

public class PartsTests
{
    const string Letter = "港を明るくしてください。バスを増やしてください。平田の佐藤より。";

    readonly Consultation consultation = Given.Consultation();

    [Fact]
    public void One_letter_with_three_points_is_one_sender_and_three_opinions()
    {
        var letter = Given.Submission(consultation, (Letter, null));
        foreach (var (point, section) in new[] { ("港を明るくしてください。", "s1"), ("バスを増やしてください。", "s2"), ("平田の佐藤より。", null) }) Assert.Null(SplitOff(letter, point, section));

        Assert.Equal("1/3", Total(letter, TallyDimension.Total));
        Assert.Equal(["港を明るくしてください。", "バスを増やしてください。", "平田の佐藤より。"], letter.Opinions.Where(o => o.Counts).Select(o => o.Text));
        Assert.Equal((SubmissionStatus.Split, Letter), (letter.Opinions[0].Status, letter.Opinions[0].Text));
    }

    [Fact]
    public void With_the_last_part_taken_back_the_original_counts_again_and_keeps_what_was_masked()
    {
        var letter = Given.Submission(consultation, (Letter, "s1"));
        SplitOff(letter, "平田の佐藤より。", null);
        SplitOff(letter, "バスを増やしてください。", "s2");
        var part = letter.Opinions[1];
        Assert.Null(Mask(letter, part, "佐藤"));
        Assert.Equal("平田の■■■より。", part.MaskedText);
        foreach (var each in letter.Opinions.Skip(1).ToList()) Assert.False(letter.UndoSplit(each.Id, each.DeskVersion, consultation, "staff-1", Given.During).Refused);

        Assert.Equal("1/1", Total(letter, TallyDimension.Total));
        Assert.Equal(Letter.Replace("佐藤", "■■■", StringComparison.Ordinal), letter.Opinions[0].MaskedText);
        Assert.Equal("nothing-to-undo", letter.UndoSplit(part.Id, part.DeskVersion, consultation, "staff-1", Given.During).Why!.Code);
    }

    [Theory]
    [InlineData("バスを増やしてください。港", "stretch-overlaps")]
    [InlineData("", "stretch-empty")]
    [InlineData(Letter, "stretch-whole")]
    public void A_stretch_that_makes_no_point_of_its_own_is_refused(string stretch, string code)
    {
        var letter = Given.Submission(consultation, (Letter, null));
        if (code is "stretch-overlaps")
        {
            SplitOff(letter, "バスを増やしてください。", "s2");
            stretch = "してください。平田";
        }
        Assert.Equal(code, SplitOff(letter, stretch, null));
    }

    [Fact]
    public void All_of_it_moved_to_another_place_is_a_point_of_its_own() => Assert.Null(SplitOff(Given.Submission(consultation, (Letter, null)), Letter, "s1"));

    [Fact]
    public void No_character_is_cut_in_half()
    {
        var submission = Given.Submission(consultation, ("𠮷田さんへ", null));
        Assert.Equal("stretch-empty", submission.SplitOff(submission.Opinions[0].Id, new(1, 2), ("s1", "s1"), 0, consultation, "staff-1", Given.During).Why!.Code);
    }

    [Fact]
    public void A_mask_hides_what_it_covers_and_never_all_of_it()
    {
        var letter = Given.Submission(consultation, (Letter, null));
        Assert.Null(Mask(letter, letter.Opinions[0], "佐藤"));
        Assert.DoesNotContain("佐藤", letter.Opinions[0].MaskedText, StringComparison.Ordinal);
        Assert.Contains("佐藤", letter.Opinions[0].Text, StringComparison.Ordinal);
        Assert.Equal("mask-whole", letter.Mask(letter.Opinions[0].Id, [new(0, Letter.Length - 1)], 1, consultation, "staff-1", Given.During).Why!.Code);
        Assert.Equal(Refusal.ChangedMeanwhile, letter.Mask(letter.Opinions[0].Id, [], 0, consultation, "staff-1", Given.During).Why);
        letter.Mask(letter.Opinions[0].Id, [], 1, consultation, "staff-1", Given.During);
        Assert.Null(letter.Opinions[0].MaskedText);
    }

    [Fact]
    public void A_part_of_what_is_masked_is_masked()
    {
        var letter = Given.Submission(consultation, (Letter, null));
        Mask(letter, letter.Opinions[0], "佐藤");
        Assert.Null(SplitOff(letter, "平田の佐藤より。", "s1", version: 1));
        Assert.Equal("平田の■■■より。", letter.Opinions[1].MaskedText);
    }

    [Fact]
    public void What_is_out_of_scope_is_listed_apart_with_its_reason_and_can_come_back()
    {
        var letter = Given.Submission(consultation, ("案への意見", "s1"), ("税金の話", null));
        Assert.False(letter.Scope(letter.Opinions[1].Id, "計画の内容ではないため", 0, consultation, "staff-1", Given.During).Refused);
        Assert.Equal(("1/1", "1/1"), (Total(letter, TallyDimension.Total), Total(letter, TallyDimension.OutOfScope)));
        Assert.Equal("計画の内容ではないため", letter.Opinions[1].ScopeReason);
        Assert.False(letter.Scope(letter.Opinions[1].Id, null, 1, consultation, "staff-1", Given.During).Refused);
        Assert.Equal(("1/2", "0/0"), (Total(letter, TallyDimension.Total), Total(letter, TallyDimension.OutOfScope)));
    }

    [Fact]
    public void Once_the_result_is_published_nothing_that_it_counts_moves()
    {
        var letter = Given.Submission(consultation, (Letter, null));
        consultation.BeginAnswering(consultation.Closes);
        consultation.Publish(consultation.Closes);
        Assert.Equal("result-published", SplitOff(letter, "港", null));
        Assert.Equal("result-published", letter.Scope(letter.Opinions[0].Id, "理由", 0, consultation, "staff-1", Given.During).Why!.Code);
    }

    [Fact]
    public void Personal_data_found_after_the_publication_are_masked_with_a_reason_that_stays_in_the_history()
    {
        var letter = Given.Submission(consultation, (Letter, null));
        consultation.BeginAnswering(consultation.Closes);
        consultation.Publish(consultation.Closes);
        Assert.Equal("required", Mask(letter, letter.Opinions[0], "佐藤"));
        var before = Total(letter, TallyDimension.Total);
        Assert.Null(Mask(letter, letter.Opinions[0], "佐藤", "本人から申し出がありました。"));
        Assert.DoesNotContain("佐藤", letter.Opinions[0].MaskedText, StringComparison.Ordinal);
        Assert.Equal((DeskAct.Masked, "本人から申し出がありました。"), (letter.Entries[^1].Act, letter.Entries[^1].Words));
        Assert.Equal(before, Total(letter, TallyDimension.Total));
    }

    [Fact]
    public void Withdrawing_takes_the_parts_along()
    {
        var letter = Given.Submission(consultation, (Letter, null));
        SplitOff(letter, "港を明るくしてください。", "s1");
        letter.Withdraw(consultation, Given.During);
        Assert.Equal("0/0", Total(letter, TallyDimension.Total));
        Assert.All(letter.Opinions, o => Assert.False(o.Counts));
    }

    string? SplitOff(Submission letter, string stretch, string? section, int? version = null)
    {
        var original = letter.Opinions[0];
        var at = original.Text.IndexOf(stretch, StringComparison.Ordinal);
        return letter.SplitOff(original.Id, new(at, stretch.Length), (section, section), version ?? original.DeskVersion, consultation, "staff-1", Given.During).Why?.Code;
    }

    string? Mask(Submission letter, Opinion opinion, string words, string? why = null) => letter.Mask(
        opinion.Id, [new(opinion.Text.IndexOf(words, StringComparison.Ordinal), words.Length)], opinion.DeskVersion, consultation, "staff-1", Given.During, why: why).Why?.Code;

    static string Total(Submission letter, TallyDimension dimension)
    {
        var steps = letter.Counts.Where(c => c.Dimension == dimension).ToList();
        return $"{steps.Sum(s => s.Submitters)}/{steps.Sum(s => s.Opinions)}";
    }
}
