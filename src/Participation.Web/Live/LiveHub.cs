using MediatR;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;
using Participation.Application.Grouping;
using Participation.Application.Ledger;
using Participation.Domain.Outcomes;
using Participation.Web.Boards;
using Participation.Web.Words;

namespace Participation.Web.Live;

/// <summary>/hubs/live: <c>Watch(stream, after)</c> replays what came after a sequence and then sends what comes, as <c>events([…])</c>.</summary>
public sealed partial class LiveHub(Watchers watchers, Presence presence, SeatTurns turns, Writers writers, IMediator mediator, IStringLocalizer<RefusalWords> words) : Hub
{
    public const string Path = "/hubs/live";

    /// <summary>Returns once the caller has everything up to now.</summary>
    /// <exception cref="HubException"><c>not-found</c>, or <c>too-many-streams</c>.</exception>
    public Task Watch(string stream, long after) => watchers.Watch(Context.ConnectionId, stream, after, mediator, Context.ConnectionAborted);

    /// <summary>Says that staff look at a submission; said again while they do. Who else does comes as <c>present([name, …])</c>.</summary>
    /// <exception cref="HubException"><c>not-found</c>, <c>not-allowed</c> or <c>sign-in-required</c>.</exception>
    public async Task Attend(string slug, string receipt) =>
        await At($"{slug} {receipt}", await mediator.Send(new AttendSubmission(slug, receipt), Context.ConnectionAborted));

    /// <summary>The same of a group.</summary>
    /// <exception cref="HubException"><c>not-found</c>, <c>not-allowed</c> or <c>sign-in-required</c>.</exception>
    public async Task AttendGroup(string slug, int group) =>
        await At($"{slug} #{group}", await mediator.Send(new AttendGroup(slug, group), Context.ConnectionAborted));

    async Task At(string place, Outcome<Attendee> attending)
    {
        if (attending.Refused) throw new HubException(attending.Why.Code);
        await presence.Attend(Context.ConnectionId, place, attending.Value, Context.ConnectionAborted);
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await presence.Leave(Context.ConnectionId);
        await writers.Leave(Context.ConnectionId);
        watchers.Leave(Context.ConnectionId);
    }
}
