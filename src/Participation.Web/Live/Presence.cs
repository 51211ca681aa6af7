using Microsoft.AspNetCore.SignalR.Protocol;
using Participation.Application.Ledger;

namespace Participation.Web.Live;

/// <summary>
/// Who looks at what now, on this node: kept nowhere, told to those who look too, over when they go or say nothing for a while.
/// </summary>
public sealed class Presence(LiveConnections connections, TimeProvider clock)
{
    /// <summary>Pages say it again every twenty seconds.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(50);

    readonly Lock gate = new();
    readonly Dictionary<string, Look> looks = [];

    /// <summary>Tells all who are at the place when somebody came, went or fell silent, and the one who asks in any case.</summary>
    public async Task Attend(string connection, string place, Attendee attendee, CancellationToken ct)
    {
        List<string> told;
        lock (gate)
        {
            var before = looks.GetValueOrDefault(connection);
            var gone = looks.Where(l => clock.GetElapsedTime(l.Value.At) > Lasts).Select(l => l.Key).ToList();
            var fell = gone.Exists(key => looks[key].Place == place);
            foreach (var key in gone) looks.Remove(key);
            looks[connection] = new(place, attendee, clock.GetTimestamp());
            told = fell || before?.Place != place ? At(place) : [connection];
        }
        await Tell(place, told, ct);
    }

    public async Task Leave(string connection)
    {
        Look? left;
        List<string> told;
        lock (gate)
        {
            if (!looks.Remove(connection, out left)) return;
            told = At(left.Place);
        }
        await Tell(left.Place, told, CancellationToken.None);
    }

    List<string> At(string place) => [.. looks.Where(l => l.Value.Place == place).Select(l => l.Key)];

    async Task Tell(string place, List<string> told, CancellationToken ct)
    {
        foreach (var connection in told)
        {
            string[] others;
            lock (gate)
            {
                if (!looks.TryGetValue(connection, out var own)) continue;
                // One person with two windows is one person.
                others = [.. looks.Values.Where(l => l.Place == place && l.By.Account != own.By.Account).Select(l => l.By).DistinctBy(b => b.Account).Select(b => b.Name).Order(StringComparer.Ordinal)];
            }
            if (connections.Find(connection) is { } socket) await socket.WriteAsync(new InvocationMessage("present", [others]), ct);
        }
    }

    sealed record Look(string Place, Attendee By, long At);
}
