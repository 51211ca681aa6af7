using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Participation.Client;
using Participation.Domain.Boards;

namespace Participation.Web.Tests.Boards;

/// <summary>What a phone asked for; <see cref="Refused"/> is what was answered, null for yes.</summary>
sealed record Act(string Method, object?[] Arguments)
{
    public bool Answered { get; set; }

    public string? Refused { get; set; }
}

/// <summary>
/// A phone on the real hub, as the board's island is one: its acts go in order, and what was sent and not answered is sent again when it
/// is back; what may be seen is asked for anew when the stage changes.
/// </summary>
sealed class Phone(Uri site, string code, EditKey key, Func<Phone, Task<JsonElement>> snapshot) : IAsyncDisposable
{
    readonly Lock gate = new();
    readonly BoardReplica screen = new();
    readonly Queue<Act> box = new();
    HubConnection? hub;
    Task sending = Task.CompletedTask;
    Task loading = Task.CompletedTask;

    public string Key => key.Value;

    public List<Act> Acts { get; } = [];

    public bool IsThere => hub is not null;

    public long Last { get { lock (gate) return screen.Last; } }

    public bool IsBusy { get { lock (gate) return box.Count > 0 || screen.IsStale || !loading.IsCompleted; } }

    public string Shows { get { lock (gate) return Screens.Whole(screen); } }

    public async Task ComeBack()
    {
        var fresh = LiveConnection.To(site, $"participation-seat-{code}={Key}");
        fresh.On<LiveEvent[]>("events", events => Hear(fresh, events));
        await fresh.StartAsync();
        hub = fresh;
        await Watch(fresh);
        Send();
    }

    /// <summary>Cut off, as in a lift: what is on its way may have arrived or not, and nobody says goodbye.</summary>
    public async Task Cut()
    {
        if (hub is not { } lost) return;
        hub = null;
        await lost.DisposeAsync();
        await sending;
        await loading;
    }

    public async Task Reload() => Begin(await snapshot(this));

    public void Do(string method, params object?[] arguments)
    {
        var act = new Act(method, [code, .. arguments]);
        Acts.Add(act);
        lock (gate) box.Enqueue(act);
        if (sending.IsCompleted) Send();
    }

    public Task Sent => sending;

    void Send() => sending = hub is { } there ? SendAll(there) : Task.CompletedTask;

    async Task SendAll(HubConnection there)
    {
        await Task.Yield();
        while (true)
        {
            Act? next;
            lock (gate) if (!box.TryPeek(out next)) return;
            try
            {
                var answer = await there.InvokeCoreAsync<JsonElement>(next.Method, next.Arguments);
                next.Refused = answer.GetProperty("refused").GetString();
            }
            catch (Exception cut) when (there != hub && cut is not Microsoft.AspNetCore.SignalR.HubException)
            {
                return;
            }
            // Sent again before the first time was done with.
            if (next.Refused is "still-at-work") continue;
            next.Answered = true;
            lock (gate) box.Dequeue();
        }
    }

    void Hear(HubConnection from, LiveEvent[] events)
    {
        lock (gate)
        {
            foreach (var told in events) screen.Take(told);
            if (screen.IsStale && loading.IsCompleted) loading = Load(from);
        }
    }

    async Task Load(HubConnection from)
    {
        await Task.Yield();
        await Reload();
        try
        {
            await Watch(from);
        }
        catch (Exception) when (from != hub)
        {
            // Cut off meanwhile: it watches anew when it is back.
        }
    }

    void Begin(JsonElement board)
    {
        lock (gate) screen.Begin(board);
    }

    Task Watch(HubConnection from) => from.InvokeAsync("Watch", $"board:{code}", Last);

    public async ValueTask DisposeAsync() => await Cut();
}
