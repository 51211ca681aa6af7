using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Participation.Client;

/// <summary>Connections to a site's live hub, for programs that ask something of it too; to watch, take a <see cref="LiveClient"/>.</summary>
public static class LiveConnection
{
    /// <param name="cookie">Whatever proves who asks, for example a seat in a hall; null for anybody.</param>
    /// <param name="tab">Names one of several connections with one cookie, for as long as it comes back: what one holds on a board another can't move.</param>
    public static HubConnection To(Uri site, string? cookie = null, string? tab = null)
    {
        var address = new UriBuilder(site) { Path = "/hubs/live", Scheme = site.Scheme is "https" ? "wss" : "ws", Query = tab is null ? "" : $"tab={Uri.EscapeDataString(tab)}" };
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketTransport(cookie));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address.Uri));
        return builder.Build();
    }
}
