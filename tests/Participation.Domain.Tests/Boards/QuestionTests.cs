using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Tests.Boards;

public sealed class QuestionTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 10, 10, 0, 0, TimeSpan.FromHours(9));

    readonly WorkshopSession session = WorkshopSession.Open(
        new("市長と話す会", null, Anonymous: true, Hidden: false, [new("市長に聞きたいこと", BoardTemplate.Questions, ["質問"]), new("どんな町に", BoardTemplate.HopesWorries, ["希望", "心配"])], []), "1234567", Now).Value;

    readonly EditKey writer = EditKey.New(), other = EditKey.New();

    [Fact]
    public void While_questions_are_sent_they_are_supported_once_each_and_taken_back()
    {
        var (one, two) = (Ask(), Ask());
        var sheet = new DotSheet(session.Boards[0], other);
        Assert.Null(Support(sheet, one));
        Assert.Null(Support(sheet, two));
        Assert.Equal("already-supported", Support(sheet, one));
        Assert.Null(Support(sheet, one, support: false));
        Assert.Equal("not-supported", Support(sheet, one, support: false));
        Assert.Equal([two.Id], sheet.Notes);
    }

    [Theory]
    [InlineData(BoardStage.CollectHidden, true, false)]
    [InlineData(BoardStage.Collect, true, true)]
    [InlineData(BoardStage.Reveal, false, false)]
    [InlineData(BoardStage.Cluster, true, true)]
    [InlineData(BoardStage.Vote, false, true)]
    [InlineData(BoardStage.Discuss, false, false)]
    [InlineData(BoardStage.Decide, false, false)]
    [InlineData(BoardStage.Thank, false, false)]
    public void Each_stage_says_whether_questions_are_sent_and_whether_they_are_supported(BoardStage stage, bool sent, bool supported)
    {
        var question = Ask();
        session.GoTo(stage, Now);
        Assert.Equal((sent, supported), (stage.Allows(SeatDeed.Write), stage.Allows(SeatDeed.Support)));
        Assert.Equal(supported ? null : "not-at-this-stage", Support(new(session.Boards[0], other), question));
        Assert.Equal(supported ? null : "not-at-this-stage", session.Forbids(SeatDeed.Support, other, Now)?.Code);
    }

    [Fact]
    public void Nobody_supports_their_own_or_one_that_was_answered_hidden_or_taken_back()
    {
        var question = Ask();
        var sheet = new DotSheet(session.Boards[0], other);
        Assert.Equal("own-question", Support(new(session.Boards[0], writer), question, key: writer));
        session.Answer(question, true);
        Assert.Equal("question-answered", Support(sheet, question));
        session.Answer(question, false);
        session.Hide(question, true);
        Assert.Equal("question-gone", Support(sheet, question));
        session.Hide(question, false);
        session.Remove(question, true);
        Assert.Equal("question-gone", Support(sheet, question));
        session.Remove(question, false);
        Assert.Null(Support(sheet, question));
        // What stood when it was answered stays.
        session.Answer(question, true);
        Assert.Equal("question-answered", Support(sheet, question, support: false));
    }

    [Fact]
    public void Questions_take_support_and_no_dots_other_notes_dots_and_no_support()
    {
        var (question, note) = (Ask(), Ask(board: 1));
        session.GoTo(BoardStage.Vote, Now);
        Assert.Equal("question-no-dots", session.Dot(new(session.Boards[0], other), question, give: true).Why!.Code);
        Assert.Equal("not-a-question", Support(new(session.Boards[1], other), note));
        Assert.False(session.Dot(new(session.Boards[1], other), note, give: true).Refused);
    }

    [Fact]
    public void Words_that_somebody_supports_stay_as_they_were_read_and_can_be_taken_away()
    {
        var question = Ask();
        Assert.False(session.Edit(question, "橋はどこにできますか", NoteColour.Yellow, supports: 0).Refused);
        Assert.Equal("question-supported", session.Edit(question, "べつの質問", NoteColour.Yellow, supports: 1).Why!.Code);
        Assert.Equal("question-supported", session.Split(question, Guid.NewGuid(), "橋は", "どこですか", null, 1, supports: 1).Why!.Code);
        Assert.Equal("橋はどこにできますか", question.Text);
        // Sent again after a lost answer it says what stands.
        Assert.False(session.Edit(question, "橋はどこにできますか", NoteColour.Yellow, supports: 1).Refused);
        Assert.False(session.Remove(question, gone: true).Refused);
        Assert.False(session.Remove(question, gone: false).Refused);
        Assert.False(session.Split(question, Guid.NewGuid(), "橋は", "どこですか", null, 1, supports: 0).Refused);
        // A stack's title stands above words and changes none; a note is no question, however many dots it has.
        Assert.False(session.Stack(Guid.NewGuid(), [question], "橋のこと").Refused);
        Assert.False(session.Edit(Ask(board: 1), "べつの声", NoteColour.Yellow, supports: 1).Refused);
    }

    [Fact]
    public void Words_that_were_answered_stay_above_their_answer()
    {
        var question = Ask();
        session.Answer(question, true);
        Assert.Equal("question-answered", session.Edit(question, "べつの質問", NoteColour.Yellow).Why!.Code);
        Assert.Equal("question-answered", session.Split(question, Guid.NewGuid(), "橋は", "いつできますか", null, 1).Why!.Code);
        session.Answer(question, false);
        Assert.False(session.Edit(question, "べつの質問", NoteColour.Yellow).Refused);
    }

    [Fact]
    public void A_support_is_of_the_words_that_were_read()
    {
        var (question, sheet) = (Ask(), new DotSheet(session.Boards[0], other));
        var read = NoteText.Mark(question.Text);
        session.Edit(question, "べつの質問", NoteColour.Yellow);
        Assert.Equal("question-reworded", session.Support(sheet, question, other, support: true, read).Why!.Code);
        Assert.False(session.Support(sheet, question, other, support: true, NoteText.Mark("べつの質問")).Refused);
        // Taken back it may be, whatever was read.
        Assert.False(session.Support(sheet, question, other, support: false, read).Refused);
    }

    [Fact]
    public void Where_a_question_stands_is_nobodys_to_choose() =>
        Assert.Equal("question-order", session.Move(Ask(), 0, "B", [], Now).Why!.Code);

    Note Ask(int board = 0) => session.Write(Guid.NewGuid(), new(session.Boards[board].Id, 0, "橋はいつできますか"), writer, null, 0, Now).Value;

    string? Support(DotSheet sheet, Note question, bool support = true, EditKey? key = null) => session.Support(sheet, question, key ?? other, support) is { Refused: true } why ? why.Why.Code : null;
}
