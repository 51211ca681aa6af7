using System.Collections.Concurrent;

namespace Participation.Application.Series;

/// <summary>Whoever signs up for one meeting waits for the one before: a race for its version would be lost by all but one.</summary>
sealed class MeetingTurns
{
    readonly ConcurrentDictionary<(string, int), SemaphoreSlim> turns = new();

    public async Task<IDisposable> Take(string slug, int number, CancellationToken ct)
    {
        var turn = turns.GetOrAdd((slug, number), _ => new SemaphoreSlim(1));
        await turn.WaitAsync(ct);
        return new Held(turn);
    }

    sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
