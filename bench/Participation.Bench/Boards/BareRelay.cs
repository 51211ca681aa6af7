using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Participation.Bench.Running;

namespace Participation.Bench.Boards;

/// <summary>The limit of <c>board</c>: a hub that passes the same notes on to everybody at a board, four frames a second as the contract says, from memory.</summary>
static class BareRelay
{
    public sealed class Hub(Notes notes) : Microsoft.AspNetCore.SignalR.Hub
    {
        /// <summary>Who watches a board is told what is relayed to it; only answers, as the real hub does.</summary>
        public async Task Watch(string stream, long after)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, stream);
            await Clients.Caller.SendAsync("watching", stream, after);
        }

        public Task Relay(string stream, JsonElement note)
        {
            notes.Of(stream).Enqueue(note);
            return Task.CompletedTask;
        }
    }

    public sealed class Notes
    {
        public ConcurrentDictionary<string, ConcurrentQueue<JsonElement>> Waiting { get; } = new();

        public ConcurrentQueue<JsonElement> Of(string stream) => Waiting.GetOrAdd(stream, _ => new());
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
            foreach (var (stream, waiting) in notes.Waiting)
            {
                var told = new List<Event>();
                while (waiting.TryDequeue(out var note)) told.Add(new(stream, ++sequence, "notes.changed", DateTimeOffset.UtcNow, new([note])));
                if (told.Count > 0) await hub.Clients.Group(stream).SendAsync("events", told.ToArray());
            }
    }
}
