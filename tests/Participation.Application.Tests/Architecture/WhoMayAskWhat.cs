using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
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
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Application.Privacy;
using Participation.Application.Retention;
using Participation.Application.Search;
using Participation.Application.Sites;
using Participation.Application.Spaces;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Architecture;

/// <summary>
/// Every request against every role. The lists are written by hand and say who may; whoever adds a request adds it to one of them.
/// That it reads the right rows is its own tests' affair.
/// </summary>
public sealed class WhoMayAskWhat(OnSqlite engine) : IClassFixture<OnSqlite>
{
    /// <summary>Open to everybody: public rows, or rows that the asker proves to own by number and secret.</summary>
    static readonly Type[] ForEverybody =
    [
        typeof(CheckOpinions), typeof(ComparePlans), typeof(CountPassages), typeof(GetConsultation), typeof(GetPassage), typeof(GetPlan),
        typeof(GetResults), typeof(GetSite), typeof(GetSiteMark), typeof(GetSpace), typeof(GetAttendance), typeof(WriteAttendance), typeof(ListConsultations), typeof(ListOpinions),
        typeof(ListPlanVersions), typeof(ListSpaces), typeof(LookUpReceipt), typeof(ReadStream), typeof(SearchPlan), typeof(SearchSite),
        typeof(SubmitOpinions), typeof(AppealHiding), typeof(CountWithheld), typeof(ReportOpinion), typeof(WithdrawSubmission), typeof(WriteReport),
        typeof(AskToRecover), typeof(AskToRegister), typeof(ChangeEmail), typeof(Recover), typeof(Register),
        typeof(UnsubscribeByLink), typeof(GetOfficeHolder), typeof(ListOfficeHolders), typeof(GetPublishedResult), typeof(WritePaper), typeof(OpenPack),
        typeof(GetBoard), typeof(TakeSeat), typeof(WriteNote), typeof(EditNote), typeof(RemoveNote), typeof(MoveNote), typeof(HoldNotes), typeof(StackNotes),
        typeof(UnstackNotes), typeof(NameCluster), typeof(GiveDot), typeof(SayWriting), typeof(GetSummary), typeof(WriteSummary),
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
        [typeof(AddStaffNote)] = SpaceWork,
        [typeof(AssignSubmission)] = SpaceWork,
        [typeof(AttachScan)] = SpaceWork,
        [typeof(SetScanAside)] = SpaceWork,
        [typeof(BringScanBack)] = SpaceWork,
        [typeof(AttendSubmission)] = SpaceWork,
        [typeof(VoidSubmission)] = SpaceWork,
        [typeof(RestoreSubmission)] = SpaceWork,
        [typeof(AttendGroup)] = SpaceWork,
        [typeof(FindSubmissions)] = SpaceWork,
        [typeof(FindSender)] = SpaceWork,
        [typeof(GetSubmission)] = SpaceWork,
        [typeof(KeyInSubmission)] = SpaceWork,
        [typeof(ListDesk)] = SpaceWork,
        [typeof(OpenScan)] = SpaceWork,
        [typeof(MaskOpinion)] = SpaceWork,
        [typeof(PreviewSheet)] = SpaceWork,
        [typeof(ScopeOpinion)] = SpaceWork,
        [typeof(SplitOpinion)] = SpaceWork,
        [typeof(TakeInSheet)] = SpaceWork,
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
        [typeof(OpenSession)] = Facilitation,
        [typeof(ListSessions)] = Facilitation,
        [typeof(GetConsole)] = Facilitation,
        [typeof(GoToStage)] = Facilitation,
        [typeof(RunTimer)] = Facilitation,
        [typeof(HoldSession)] = Facilitation,
        [typeof(NoteDecisions)] = Facilitation,
        [typeof(PublishSummary)] = Facilitation,
        [typeof(TendNote)] = Facilitation,
        [typeof(TypeInNotes)] = Facilitation,
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

    /// <summary>Everybody there is.</summary>
    static readonly Dictionary<string, Caller> People = Roles.All.ToDictionary(role => role, Holding)
        .Concat(Roles.OfOneSpace.Select(role => KeyValuePair.Create($"{role} of a space", HoldingInASpace(role))))
        .Append(new("anonymous", Caller.Anonymous)).Append(new("operator", Caller.Operator)).ToDictionary();

    static readonly List<(Type Type, Type Value)> Requests = [.. typeof(ApplicationServices).Assembly.GetTypes()
        .SelectMany(type => type.GetInterfaces()
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>))
            .Select(face => (type, face.GenericTypeArguments[0].GenericTypeArguments[0])))];

    static readonly Type Authorization = typeof(AudienceAttribute).Assembly.GetType("Participation.Application.Pipeline.AuthorizationBehavior`2", throwOnError: true)!;

    [Fact]
    public void Every_request_stands_in_one_of_the_two_lists() =>
        Assert.Equal(Names(Requests.Select(r => r.Type)), Names([.. ForEverybody, .. ForSome.Keys]));

    [Fact]
    public void Every_role_that_there_is_is_tried() =>
        Assert.Equal(typeof(Roles).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(),
            People.Keys.Except(["anonymous", "operator"]).Where(name => !InASpace(name)).Order());

    [Fact]
    public void The_pages_say_of_every_request_what_the_lists_say() => Assert.All(ForSome.Where(r => !r.Value.SequenceEqual(["operator"])), listed =>
    {
        var thing = Things.Named(listed.Key.Name);
        Assert.Equal(listed.Value.Except(["operator"]).Where(who => !InASpace(who)).Order(), thing!.Roles.Order());
        if (thing.Audience is not Audience.SignedIn)
            Assert.Equal(listed.Value.Where(InASpace).Order(), thing.SpaceRoles.Select(role => $"{role} of a space").Order());
    });

    [Fact]
    public async Task Whoever_is_in_the_list_is_let_through_and_nobody_else()
    {
        foreach (var (request, value) in Requests)
        foreach (var (name, caller) in People)
        {
            var expected = MayAsk(request, name) ? "let through" : caller == Caller.Anonymous ? "sign-in-required" : "not-allowed";
            Assert.Equal($"{request.Name} by {name}: {expected}", $"{request.Name} by {name}: {await Try(request, value, caller, nameof(AtTheDoor))}");
        }
    }

    [Fact]
    public async Task Whoever_is_not_in_the_list_is_refused_however_the_request_is_sent()
    {
        foreach (var (request, value) in Requests)
        foreach (var (name, caller) in People.Where(p => !MayAsk(request, p.Key)))
        {
            var expected = caller == Caller.Anonymous ? "sign-in-required" : "not-allowed";
            Assert.Equal($"{request.Name} by {name}: {expected}", $"{request.Name} by {name}: {await Try(request, value, caller, nameof(ThroughTheMediator))}");
        }
    }

    [Fact]
    public async Task A_request_that_names_nobody_is_refused_to_everybody() => Assert.All(
        await Task.WhenAll(People.Values.Select(caller => AtTheDoor<ForNobody, Done>(caller))), answer => Assert.NotEqual("let through", answer));

    static bool MayAsk(Type request, string who) => ForEverybody.Contains(request) || (ForSome.TryGetValue(request, out var roles) && roles.Contains(who));

    Task<string> Try(Type request, Type value, Caller caller, string how) => (Task<string>)GetType()
        .GetMethod(how, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(request, value).Invoke(this, [caller])!;

    /// <summary>Asks the authorization alone, so that nothing is done by those who may.</summary>
    async Task<string> AtTheDoor<TRequest, T>(Caller caller) where TRequest : IRequest<Outcome<T>>
    {
        await using var scope = engine.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller;
        var door = (IPipelineBehavior<TRequest, Outcome<T>>)ActivatorUtilities.CreateInstance(
            scope.ServiceProvider, Authorization.MakeGenericType(typeof(TRequest), typeof(Outcome<T>)));
        var reached = false;
        var answer = await door.Handle(Blank<TRequest>(), CancellationToken.None, () =>
        {
            reached = true;
            return Task.FromResult<Outcome<T>>(Refusal.NotFound);
        });
        return reached ? "let through" : answer.Why!.Code;
    }

    /// <summary>A blank request: were it not refused first, its validator or handler would stumble.</summary>
    async Task<string> ThroughTheMediator<TRequest, T>(Caller caller) where TRequest : IRequest<Outcome<T>> =>
        (await engine.App.Send<T>(Blank<TRequest>(), caller)).Why?.Code ?? "let through";

    static TRequest Blank<TRequest>() => (TRequest)RuntimeHelpers.GetUninitializedObject(typeof(TRequest));

    static Caller Holding(string role) => new() { ActorId = $"{role}-1", UserId = $"{role}-1", Roles = new HashSet<string> { role } };

    static bool InASpace(string name) => name.EndsWith(" of a space", StringComparison.Ordinal);

    static Caller HoldingInASpace(string role) =>
        new() { ActorId = $"{role}-2", UserId = $"{role}-2", SpaceRoles = new HashSet<SpaceRole> { new(role, "some-space") } };

    static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(t => t.Name).Order(StringComparer.Ordinal);

    sealed record ForNobody : IRequest<Outcome<Done>>;
}
