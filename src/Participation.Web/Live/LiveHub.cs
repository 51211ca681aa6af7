using MediatR;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;
using Participation.Web.Words;

namespace Participation.Web.Live;

/// <summary>/hubs/live: <c>Watch(stream, after)</c> replays what came after a sequence and then sends what comes, as <c>events([…])</c>.</summary>
public sealed partial class LiveHub(Watchers watchers, IMediator mediator, IStringLocalizer<RefusalWords> words) : Hub
{
    public const string Path = "/hubs/live";

    /// <summary>Returns once the caller has everything up to now.</summary>
    /// <exception cref="HubException"><c>not-found</c>, or <c>too-many-streams</c>.</exception>
    public Task Watch(string stream, long after) => watchers.Watch(Context.ConnectionId, stream, after, mediator, Context.ConnectionAborted);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context.ConnectionId);
        return Task.CompletedTask;
    }
}
