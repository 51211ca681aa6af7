using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Participation.Web.Live;

/// <summary>
/// Gives a frame to one connection without waiting for it. SignalR's own group send waits for the slowest socket of all.
/// </summary>
public sealed class LiveConnections(ILogger<DefaultHubLifetimeManager<LiveHub>> log) : DefaultHubLifetimeManager<LiveHub>(log)
{
    readonly ConcurrentDictionary<string, HubConnectionContext> connections = new();

    public int Count => connections.Count;

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        connections[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        connections.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }

    public HubConnectionContext? Find(string connectionId) => connections.GetValueOrDefault(connectionId);
}
