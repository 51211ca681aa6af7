using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Participation.Bench.Running;

namespace Participation.Bench.Boards;

/// <summary>The limit of <c>board</c>: a hub that passes the same notes on to everybody, four frames a second as the contract says, from memory.</summary>
static class BareRelay
{
    public sealed class Hub(Notes notes) : Microsoft.AspNetCore.SignalR.Hub
    {
        /// <summary>Everybody is told everything; only answers, as the real hub does.</summary>
        public Task Watch(string stream, long after) => Clients.Caller.SendAsync("watching", stream, after);

        public Task Relay(JsonElement note)
        {
            notes.Waiting.Enqueue(note);
            return Task.CompletedTask;
        }
    }

    public sealed class Notes
    {
        public ConcurrentQueue<JsonElement> Waiting { get; } = new();
    }

    sealed record Event(string Stream, long Sequence, string Kind, DateTimeOffset At, Shown Data);

    sealed record Shown(JsonElement[] Notes);

    public static Task Serve(string port) => BareHost.Serve(port, services =>
    {
        services.AddLogging();
        services.AddRouting();
        services.AddSignalR();
        services.AddSingleton<Notes>();
    }, app =>
    {
        app.UseRouting();
        app.UseWebSockets();
        app.MapHub<Hub>("/hubs/live");
        _ = Tell(app.Services.GetRequiredService<Notes>(), app.Services.GetRequiredService<IHubContext<Hub>>());
    });

    static async Task Tell(Notes notes, IHubContext<Hub> hub)
    {
        long sequence = 0;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await tick.WaitForNextTickAsync())
        {
            var told = new List<Event>();
            while (notes.Waiting.TryDequeue(out var note)) told.Add(new("board:bare", ++sequence, "notes.changed", DateTimeOffset.UtcNow, new([note])));
            if (told.Count > 0) await hub.Clients.All.SendAsync("events", told.ToArray());
        }
    }
}
