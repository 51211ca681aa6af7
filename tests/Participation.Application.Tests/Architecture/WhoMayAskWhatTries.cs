using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Architecture;

/// <summary>Tries each request as each role, and as nobody.</summary>
public sealed partial class WhoMayAskWhat(OnSqlite engine) : IClassFixture<OnSqlite>
{
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
