using Microsoft.AspNetCore.SignalR.Protocol;

namespace Participation.Web.Live;

/// <summary>
/// How many are still writing, on this node: kept nowhere, told to the consoles that ask, as a number alone. A phone says it again while
/// it is written on; one that fell asleep is forgotten.
/// </summary>
public sealed class Writers(LiveConnections connections, TimeProvider clock)
{
    /// <summary>Phones say it again every eight seconds, consoles ask again every ten.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(15);

    readonly Lock gate = new();
    readonly Dictionary<string, (string Code, long At)> writing = [];
    readonly Dictionary<string, string> consoles = [];

    public Task Say(string connection, string code, bool now)
    {
        lock (gate)
        {
            var before = writing.ContainsKey(connection);
            if (now) writing[connection] = (code, clock.GetTimestamp());
            else writing.Remove(connection);
            if (before == now) return Task.CompletedTask;
        }
        return Tell(code);
    }

    public Task Follow(string connection, string code)
    {
        lock (gate) consoles[connection] = code;
        return Tell(code);
    }

    public Task Leave(string connection)
    {
        lock (gate)
        {
            consoles.Remove(connection);
            if (!writing.Remove(connection, out var left)) return Task.CompletedTask;
            return Tell(left.Code);
        }
    }

    async Task Tell(string code)
    {
        int count;
        List<string> told;
        lock (gate)
        {
            foreach (var asleep in writing.Where(w => clock.GetElapsedTime(w.Value.At) > Lasts).Select(w => w.Key).ToList()) writing.Remove(asleep);
            count = writing.Values.Count(w => w.Code == code);
            told = [.. consoles.Where(c => c.Value == code).Select(c => c.Key)];
        }
        foreach (var console in told)
            if (connections.Find(console) is { } socket) await socket.WriteAsync(new InvocationMessage("writing", [count]), CancellationToken.None);
    }
}
