using Participation.Application.Audit;
using Participation.Application.Answering;
using Participation.Application.Boards;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Following;
using Participation.Application.Grouping;
using Participation.Application.Health;
using Participation.Application.Ledger;
using Participation.Application.Live;
using Participation.Application.Mail;
using Participation.Application.Moderation;
using Participation.Application.Papers;
using Participation.Application.People;
using Participation.Application.Plans;
using Participation.Application.Privacy;
using Participation.Application.Retention;
using Participation.Application.Search;
using Participation.Application.Series;
using Participation.Application.Sites;
using Participation.Application.Spaces;
using Participation.Domain.People;

namespace Participation.Application.Tests.Architecture;

/// <summary>
/// Every request against every role. The lists are written by hand and say who may; whoever adds a request adds it to one of them.
/// That it reads the right rows is its own tests' affair.
/// </summary>
public sealed partial class WhoMayAskWhat
{
    /// <summary>Open to everybody: public rows, or rows that the asker proves to own by number and secret.</summary>
    static readonly Type[] ForEverybody =
    [
        typeof(CheckOpinions), typeof(ComparePlans), typeof(CountPassages), typeof(GetConsultation), typeof(GetPassage), typeof(GetPlan),
        typeof(GetResults), typeof(GetSite), typeof(GetSiteMark), typeof(GetSpace), typeof(GetAttendance), typeof(WriteAttendance), typeof(ListConsultations), typeof(ListOpinions),
        typeof(ListPlanVersions), typeof(ListSpaces), typeof(LookUpReceipt), typeof(ReadStream), typeof(SearchPlan), typeof(SearchSite),
        typeof(SubmitOpinions), typeof(AppealHiding), typeof(CountWithheld), typeof(ReportOpinion), typeof(WithdrawSubmission), typeof(WriteReport),
        typeof(AskToRecover), typeof(AskToRegister), typeof(ChangeEmail), typeof(Recover), typeof(Register),
        typeof(UnsubscribeByLink), typeof(GetOfficeHolder), typeof(ListOfficeHolders), typeof(GetPublishedResult), typeof(GetPassageOrigin), typeof(FindAnswers), typeof(WritePaper), typeof(OpenPack),
        typeof(GetBoard), typeof(TakeSeat), typeof(WriteNote), typeof(EditNote), typeof(RemoveNote), typeof(MoveNote), typeof(HoldNotes), typeof(StackNotes),
        typeof(UnstackNotes), typeof(NameCluster), typeof(SplitNote), typeof(LinkNotes), typeof(GiveDot), typeof(SupportQuestion), typeof(SayWriting), typeof(GetSummary), typeof(WriteSummary), typeof(DrawBoard),
        typeof(GetSeries), typeof(ListSeries), typeof(ListMeetings), typeof(SignUpForMeeting), typeof(LookUpSignUp), typeof(WithdrawSignUp),
    ];

    /// <summary>Open to some.</summary>
    static readonly Dictionary<Type, string[]> ForSome = new()
    {
        [typeof(AmendConsultation)] = SpaceWork,
        [typeof(AnnounceConsultation)] = SpaceWork,
        [typeof(BeginAnswering)] = SpaceWork,
        [typeof(GivePopulation)] = SpaceWork,
        [typeof(ImportOpinions)] = SpaceWork, [typeof(CarryClusters)] = SpaceWork, [typeof(GetOrigin)] = SpaceWork,
        [typeof(ImportPlan)] = SpaceWork,
        [typeof(ImportTimeline)] = SpaceWork,
        [typeof(ListTemplates)] = SpaceWork, [typeof(OpenTemplate)] = SpaceWork, [typeof(WriteFromTemplate)] = SpaceWork, [typeof(WriteSampleTemplate)] = SpaceWork, [typeof(WriteOriginals)] = SpaceWork,
        [typeof(AddTemplate)] = StaffWork, [typeof(RemoveTemplate)] = StaffWork,
        [typeof(AddAttendance)] = SpaceWork, [typeof(RemoveAttendance)] = SpaceWork, [typeof(ImportAttendance)] = SpaceWork,
        [typeof(ArrangeGroup)] = SpaceWork,
        [typeof(ArrangeHeading)] = SpaceWork,
        [typeof(DecideSuggestion)] = SpaceWork,
        [typeof(GatherOpinions)] = SpaceWork,
        [typeof(GetOutline)] = SpaceWork,
        [typeof(GetSuggestions)] = SpaceWork,
        [typeof(ListGroups)] = SpaceWork,
        [typeof(ListSteps)] = SpaceWork,
        [typeof(ListSubmissions)] = SpaceWork,
        [typeof(AddStaffNote)] = SpaceWork, [typeof(AssignSubmission)] = SpaceWork, [typeof(AttachScan)] = SpaceWork,
        [typeof(SetScanAside)] = SpaceWork, [typeof(BringScanBack)] = SpaceWork, [typeof(AttendSubmission)] = SpaceWork,
        [typeof(VoidSubmission)] = SpaceWork, [typeof(RestoreSubmission)] = SpaceWork, [typeof(AttendGroup)] = SpaceWork,
        [typeof(FindSubmissions)] = SpaceWork, [typeof(FindSender)] = SpaceWork, [typeof(GetSubmission)] = SpaceWork,
        [typeof(KeyInSubmission)] = SpaceWork,
        [typeof(ListDesk)] = SpaceWork,
        [typeof(OpenScan)] = SpaceWork,
        [typeof(MaskOpinion)] = SpaceWork,
        [typeof(PreviewSheet)] = SpaceWork,
        [typeof(ScopeOpinion)] = SpaceWork,
        [typeof(SplitOpinion)] = SpaceWork,
        [typeof(TakeInSheet)] = SpaceWork,
        [typeof(ListSheets)] = SpaceWork,
        [typeof(VoidSheet)] = SpaceWork,
        [typeof(RestoreSheet)] = SpaceWork,
        [typeof(UndoSplit)] = SpaceWork,
        [typeof(ListUngrouped)] = SpaceWork,
        [typeof(MergeGroups)] = SpaceWork,
        [typeof(RemoveHeading)] = SpaceWork,
        [typeof(RenameGroup)] = SpaceWork,
        [typeof(AssignGroup)] = SpaceWork,
        [typeof(SearchDesk)] = SpaceWork,
        [typeof(AddGroupNote)] = SpaceWork,
        [typeof(SaveAnswer)] = SpaceWork, [typeof(SuggestAnswers)] = SpaceWork, [typeof(MakePack)] = SpaceWork,
        [typeof(ListPacks)] = SpaceWork, [typeof(WithdrawPack)] = SpaceWork, [typeof(CheckAnswers)] = SpaceWork,
        [typeof(ApproveAnswers)] = SpaceWork, [typeof(SendBackAnswers)] = SpaceWork, [typeof(UndoAnswer)] = SpaceWork,
        [typeof(LayOutAnswers)] = SpaceWork, [typeof(SetAnswersDue)] = SpaceWork, [typeof(ListAnswers)] = SpaceWork,
        [typeof(GetAnswer)] = SpaceWork, [typeof(CheckPublication)] = SpaceWork, [typeof(PublishResult)] = SpaceWork,
        [typeof(MaskResult)] = SpaceWork, [typeof(UnmaskResult)] = SpaceWork, [typeof(GetResultMasks)] = SpaceWork,
        [typeof(SaveHeading)] = SpaceWork,
        [typeof(StartSuggestions)] = SpaceWork,
        [typeof(StopSuggestions)] = SpaceWork,
        [typeof(SuggestOutline)] = SpaceWork,
        [typeof(ShowGroup)] = SpaceWork,
        [typeof(SplitGroup)] = SpaceWork,
        [typeof(UndoStep)] = SpaceWork,
        [typeof(PreviewTimeline)] = SpaceWork,
        [typeof(SaveSpace)] = SpaceWork,
        [typeof(TranslateConsultation)] = SpaceWork,
        [typeof(TranslateSpace)] = SpaceWork,
        [typeof(SaveSeries)] = SpaceWork, [typeof(TranslateSeries)] = SpaceWork, [typeof(PublishSeries)] = SpaceWork, [typeof(SaveMeeting)] = SpaceWork, [typeof(PostponeMeeting)] = SpaceWork,
        [typeof(CancelMeeting)] = SpaceWork, [typeof(SignUpAtCounter)] = SpaceWork, [typeof(ListSignUps)] = SpaceWork, [typeof(RemoveSignUp)] = SpaceWork,
        [typeof(NoteAttendance)] = SpaceWork, [typeof(WriteSignUps)] = SpaceWork,
        [typeof(OpenSession)] = Facilitation, [typeof(ListSessions)] = Facilitation,
        [typeof(SaveBoardTemplate)] = Facilitation, [typeof(RemoveBoardTemplate)] = Facilitation, [typeof(ListBoardTemplates)] = Facilitation,
        [typeof(GetConsole)] = Facilitation,
        [typeof(GoToStage)] = Facilitation,
        [typeof(RunTimer)] = Facilitation,
        [typeof(HoldSession)] = Facilitation,
        [typeof(NoteDecisions)] = Facilitation,
        [typeof(PublishSummary)] = Facilitation,
        [typeof(TendNote)] = Facilitation,
        [typeof(TypeInNotes)] = Facilitation, [typeof(UndoConsoleStep)] = Facilitation, [typeof(SuggestClusters)] = Facilitation, [typeof(TakeSuggestions)] = Facilitation, [typeof(CarryTopics)] = Facilitation,
        [typeof(ListLetters)] = StaffWork,
        [typeof(PostLetter)] = StaffWork,
        [typeof(VerifyAtCounter)] = StaffWork,
        [typeof(CountUnreadNotices)] = WhoeverHasSignedIn,
        [typeof(FollowThing)] = WhoeverHasSignedIn,
        [typeof(GetFollow)] = WhoeverHasSignedIn,
        [typeof(ListFollowed)] = WhoeverHasSignedIn,
        [typeof(ListNotices)] = WhoeverHasSignedIn,
        [typeof(MarkNoticesRead)] = WhoeverHasSignedIn,
        [typeof(UnfollowThing)] = WhoeverHasSignedIn,
        [typeof(AskForCode)] = WhoeverHasSignedIn,
        [typeof(EnterCode)] = WhoeverHasSignedIn,
        [typeof(GetMyRights)] = WhoeverHasSignedIn,
        [typeof(GetStanding)] = WhoeverHasSignedIn,
        [typeof(ProveByRoll)] = WhoeverHasSignedIn,
        [typeof(IssueToken)] = WhoeverHasSignedIn,
        [typeof(ListTokens)] = WhoeverHasSignedIn,
        [typeof(RevokeToken)] = WhoeverHasSignedIn,
        [typeof(CheckSite)] = Administration,
        [typeof(CloseOffice)] = Administration,
        [typeof(DiscardMail)] = Administration,
        [typeof(GetHealth)] = Administration,
        [typeof(ListJobs)] = Administration,
        [typeof(RunJob)] = Administration,
        [typeof(GetPerson)] = Administration,
        [typeof(ShowOfficeHolder)] = Administration,
        [typeof(HideOfficeHolder)] = Administration,
        [typeof(GiveRole)] = Administration,
        [typeof(GiveRoleBack)] = Administration,
        [typeof(ImportPeople)] = Administration,
        [typeof(ListDepartures)] = Administration,
        [typeof(KeepSenders)] = Administration,
        [typeof(ListDisposals)] = Administration,
        [typeof(PreviewDisposals)] = Administration,
        [typeof(ListMail)] = Administration,
        [typeof(ListOffices)] = Administration,
        [typeof(ListPeople)] = Administration,
        [typeof(SaveOffice)] = Administration,
        [typeof(DecideOnOpinion)] = [Roles.Moderator, Roles.Administrator, "operator"],
        [typeof(GetQueue)] = [Roles.Moderator, Roles.Administrator, "operator"],
        [typeof(SaveSite)] = Administration,
        [typeof(SaveSiteMark)] = Administration,
        [typeof(GiveRoll)] = Administration,
        [typeof(ListRolls)] = Administration,
        [typeof(CloseRoll)] = Administration,
        [typeof(TranslateSite)] = Administration,
        [typeof(TakeRole)] = Administration,
        [typeof(TryMailAgain)] = Administration,
        [typeof(AskToChangeEmail)] = WhoeverHasSignedIn,
        [typeof(ChangeName)] = WhoeverHasSignedIn,
        [typeof(ChangePassword)] = WhoeverHasSignedIn,
        [typeof(GetAccount)] = WhoeverHasSignedIn,
        [typeof(MailMeAgain)] = WhoeverHasSignedIn,
        [typeof(GetHeldReceipt)] = WhoeverHasSignedIn,
        [typeof(HoldReceipt)] = WhoeverHasSignedIn,
        [typeof(ListHeldReceipts)] = WhoeverHasSignedIn,
        [typeof(SignOutEverywhere)] = WhoeverHasSignedIn,
        [typeof(TakeOwnData)] = WhoeverHasSignedIn,
        [typeof(DeleteAccount)] = WhoeverHasSignedIn,
        [typeof(AddApp)] = WhoeverHasSignedIn,
        [typeof(AddPasskey)] = WhoeverHasSignedIn,
        [typeof(AllowPasskey)] = WhoeverHasSignedIn,
        [typeof(GetSecondStep)] = WhoeverHasSignedIn,
        [typeof(RemoveSecondStep)] = WhoeverHasSignedIn,
        [typeof(RenewCodes)] = WhoeverHasSignedIn,
        [typeof(StartApp)] = WhoeverHasSignedIn,
        [typeof(Reindex)] = ["operator"],
        [typeof(VerifyAudit)] = ["operator"],
    };

    static string[] StaffWork => [Roles.Staff, Roles.Approver, Roles.Administrator, "operator"];

    /// <summary>Those, and whoever is staff of a space: for which one, the request's own tests say.</summary>
    static string[] SpaceWork => [.. StaffWork, "staff of a space", "approver of a space"];

    /// <summary>Those, and whoever facilitates somewhere.</summary>
    static string[] Facilitation => [.. SpaceWork, Roles.Facilitator, "facilitator of a space"];

    /// <summary>For what is their own; the console has no account.</summary>
    static string[] WhoeverHasSignedIn => [.. Roles.All, .. Roles.OfOneSpace.Select(role => $"{role} of a space")];

    static string[] Administration => [Roles.Administrator, "operator"];
}
