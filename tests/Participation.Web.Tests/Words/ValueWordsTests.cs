using System.Globalization;
using System.Resources;
using Participation.Application.Boards;
using Participation.Application.Grouping;
using Participation.Application.Health;
using Participation.Domain.Answering;
using Participation.Domain.Boards;
using Participation.Domain.Consultations;
using Participation.Domain.Following;
using Participation.Domain.Grouping;
using Participation.Domain.Ledger;
using Participation.Domain.Masking;
using Participation.Domain.Moderation;
using Participation.Domain.People;
using Participation.Domain.Series;
using Participation.Domain.Sites;
using Participation.Web.Words;

namespace Participation.Web.Tests.Words;

/// <summary>What is one of a fixed few has words for each: a page would show the name that the code has for it.</summary>
public sealed class ValueWordsTests
{
    static readonly ResourceManager Words = new(typeof(PageWords));

    public static TheoryData<string, Type> Values => new()
    {
        { "Job", typeof(JobName) }, { "JobWhen", typeof(JobName) }, { "Deed", typeof(AccountDeedKind) }, { "TokenScope", typeof(TokenScope) },
        { "Stage", typeof(Stage) }, { "Channel", typeof(Channel) }, { "Status", typeof(SubmissionStatus) }, { "DeskAct", typeof(DeskAct) },
        { "GroupKind", typeof(GroupKind) }, { "GroupFilter", typeof(GroupFilter) }, { "PersonalDataSign", typeof(PersonalDataSign) }, { "PersonalData", typeof(PersonalDataKind) },
        { "AnswerState", typeof(ResponseState) }, { "AnswerStep", typeof(ResponseAct) }, { "PackKind", typeof(PackKind) }, { "Withheld", typeof(Withheld) }, { "Cadence", typeof(Cadence) },
        { "BoardStage", typeof(BoardStage) }, { "Template", typeof(BoardTemplate) }, { "NoteColour", typeof(NoteColour) }, { "NoteTending", typeof(NoteTending) },
        { "SignUps", typeof(SignUpStatus) }, { "Meeting", typeof(MeetingStanding) }, { "Sites.Block", typeof(HomeBlock) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Each_is_said_in_words(string family, Type values) =>
        Assert.All(Enum.GetNames(values), name => Assert.True(Words.GetString($"{family}.{name}", CultureInfo.InvariantCulture) is not null, $"PageWords has no {family}.{name}."));
}
