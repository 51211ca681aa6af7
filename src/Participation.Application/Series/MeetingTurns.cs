using System.Collections.Concurrent;
using Participation.Data.Engines;

namespace Participation.Application.Series;

/// <summary>Whoever signs up for one meeting waits for the one before: a race for its version would be lost by all but one.</summary>
sealed class MeetingTurns(NodeTurns nodes)
{
    readonly ConcurrentDictionary<(string, int), SemaphoreSlim> turns = new();

    public async Task<IAsyncDisposable> Take(string slug, int number, CancellationToken ct)
    {
        // Within the node first, so that a crowd holds one connection and not one each.
        var turn = turns.GetOrAdd((slug, number), _ => new SemaphoreSlim(1));
        await turn.WaitAsync(ct);
        try
        {
            return new Held(turn, await nodes.Take($"meeting:{slug}:{number}", ct));
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    sealed class Held(SemaphoreSlim turn, IAsyncDisposable between) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await between.DisposeAsync();
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
