using System.Collections.Concurrent;

namespace Participation.Web.Boards;

/// <summary>One act of a seat at a time, over a lost connection too: what is sent again hears what became of it the first time.</summary>
public sealed class SeatTurns
{
    readonly ConcurrentDictionary<string, Task> latest = new();

    public async Task<T> InTurn<T>(string seat, Func<Task<T>> act)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Task.CompletedTask;
        _ = latest.AddOrUpdate(seat, mine.Task, (_, other) =>
        {
            before = other;
            return mine.Task;
        });
        await before;
        try
        {
            return await act();
        }
        finally
        {
            mine.SetResult();
            latest.TryRemove(new(seat, mine.Task));
        }
    }
}
