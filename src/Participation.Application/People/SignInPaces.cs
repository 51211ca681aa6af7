using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>
/// Counts failed tries by who tries what: an address from one network, a known device, an account's second step. A stranger who
/// fails slows themselves down and nobody else. Kept in memory, on each node for itself.
/// </summary>
public sealed class SignInPaces(TimeProvider clock)
{
    const int AtMost = 100_000;

    readonly Dictionary<string, Entry> entries = [];
    readonly Lock turn = new();

    /// <summary>Counts a try as failed until it is forgiven, so that a hundred at once are a hundred.</summary>
    /// <returns>How long to wait first; zero when the try may be made.</returns>
    public TimeSpan Begin(string key, int free = Pauses.Free)
    {
        var now = clock.GetUtcNow();
        lock (turn)
        {
            var failures = 0;
            if (entries.TryGetValue(key, out var known) && now - known.At < Pauses.Memory)
            {
                if (now < known.Until) return known.Until - now;
                failures = known.Failures;
            }
            if (entries.Count >= AtMost) MakeRoom(now);
            entries[key] = new(failures + 1, now, now + Pauses.After(failures + 1, free));
            return TimeSpan.Zero;
        }
    }

    /// <summary>It was no failure after all.</summary>
    public void Forgive(string key)
    {
        lock (turn) entries.Remove(key);
    }

    void MakeRoom(DateTimeOffset now)
    {
        foreach (var (key, _) in entries.Where(e => now - e.Value.At >= Pauses.Memory).ToList()) entries.Remove(key);
        if (entries.Count < AtMost) return;
        foreach (var (key, _) in entries.OrderBy(e => e.Value.At).Take(AtMost / 2).ToList()) entries.Remove(key);
    }

    readonly record struct Entry(int Failures, DateTimeOffset At, DateTimeOffset Until);
}
