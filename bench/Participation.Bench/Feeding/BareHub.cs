using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Participation.Bench.Running;

namespace Participation.Bench.Feeding;

/// <summary>The limit of <c>feed</c>: a SignalR hub that broadcasts frames of the same shape and rate to everybody, from memory.</summary>
static class BareHub
{
    public sealed class Hub : Microsoft.AspNetCore.SignalR.Hub
    {
        /// <summary>Everybody is told everything; only answers, as the real hub does.</summary>
        public Task Watch(string stream, long after) => Clients.Caller.SendAsync("watching", stream, after);
    }

    sealed record Event(string Stream, long Sequence, string Kind, DateTimeOffset At, EventData Data);

    sealed record EventData(string Section, string Anchor);

    public static Task Serve(string port)
    {
        long sequence = 0;
        return BareHost.Serve(port, services =>
        {
            services.AddLogging();
            services.AddRouting();
            services.AddSignalR();
        }, app =>
        {
            app.UseRouting();
            app.UseWebSockets();
            app.MapHub<Hub>("/hubs/live");
            app.MapPost("/broadcast", async (HttpRequest request, IHubContext<Hub> hub) =>
            {
                int Asked(string name) => int.Parse(request.Query[name]!, CultureInfo.InvariantCulture);
                using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
                for (var (frame, events) = (0, Asked("events")); frame < Asked("frames") && await tick.WaitForNextTickAsync(); frame++)
                {
                    var at = DateTimeOffset.UtcNow;
                    var told = Enumerable.Range(0, events)
                        .Select(_ => new Event(request.Query["stream"]!, ++sequence, "opinion.received", at, new(request.Query["section"]!, request.Query["anchor"]!)));
                    await hub.Clients.All.SendAsync("events", told.ToArray());
                }
                return sequence;
            });
        });
    }
}
