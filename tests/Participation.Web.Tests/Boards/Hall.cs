using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Boards;
using Participation.Application.People;
using Participation.Client;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;
using Participation.Web.Live;

namespace Participation.Web.Tests.Boards;

/// <summary>A session on the whole program, its facilitator and its phones.</summary>
sealed class Hall(TestSite site, string code, Guid board, Guid questions)
{
    static readonly Caller Facilitator = new() { ActorId = "facilitator-1", UserId = "facilitator-1", Roles = new HashSet<string> { Roles.Facilitator } };

    public string Code => code;

    public Guid Board => board;

    /// <summary>The board that takes questions.</summary>
    public Guid Questions => questions;

    public static async Task<Hall> Open(TestSite site)
    {
        var settings = new SessionSettings("みなとの夜", null, true, false, [new("どんな港町にしたいですか", BoardTemplate.HopesWorries, ["希望", "心配"]), new("市長に聞きたいこと", BoardTemplate.Questions, ["質問"])], []);
        var code = (await Send(site, new OpenSession(settings), Facilitator)).Value;
        var boards = (await Send(site, new GetBoard(code))).Value.Session.Boards;
        return new(site, code, boards[0].Id, boards[1].Id);
    }

    public async Task<Phone> Join()
    {
        var key = EditKey.New();
        Assert.False((await Send(site, new TakeSeat(code, key.Value))).Refused);
        var phone = new Phone(site.Address, code, key, async p => Json(await Seen(p.Key)));
        await phone.Reload();
        await phone.ComeBack();
        return phone;
    }

    public async Task<BoardSnapshot> Seen(string? key = null) => (await Send(site, new GetBoard(code, key))).Value;

    /// <summary>The board as the server has it.</summary>
    public async Task<string> Whole()
    {
        var screen = new BoardReplica();
        screen.Begin(Json(await Seen()));
        return screen.Whole();
    }

    /// <summary>Waits until the server knows how many are there.</summary>
    public Task Notices(int connected) => Wait.Until(() => site.Services.GetRequiredService<LiveConnections>().Count == connected);

    /// <summary>As the facilitator.</summary>
    public Task<Outcome<Done>> Does(IRequest<Outcome<Done>> deed) => Send(site, deed, Facilitator);

    static JsonElement Json(BoardSnapshot board) => JsonSerializer.SerializeToElement(board, BoardJson.Options);

    static async Task<Outcome<T>> Send<T>(TestSite site, IRequest<Outcome<T>> request, Caller? caller = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller ?? Caller.Anonymous;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
