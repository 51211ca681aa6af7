using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Participation.Client;

/// <summary>Connections to a site's live hub, for programs that ask something of it too; to watch, take a <see cref="LiveClient"/>.</summary>
public static class LiveConnection
{
    /// <param name="cookie">Whatever proves who asks, for example a seat in a hall; null for anybody.</param>
    public static HubConnection To(Uri site, string? cookie = null)
    {
        var address = new UriBuilder(site) { Path = "/hubs/live", Scheme = site.Scheme is "https" ? "wss" : "ws" };
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketTransport(cookie));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address.Uri));
        return builder.Build();
    }
}
