namespace Participation.TestKit;

/// <summary>Waits for something to become true, and no longer.</summary>
public static class Wait
{
    /// <param name="atMost">Where more than an answer is waited for: a program's start, say.</param>
    /// <param name="still">What stood there instead when patience ran out.</param>
    public static async Task Until(Func<Task<bool>> reached, TimeSpan? atMost = null, Func<string>? still = null)
    {
        using var patience = new CancellationTokenSource(atMost ?? TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (!await reached()) await tick.WaitForNextTickAsync(patience.Token);
        }
        catch (OperationCanceledException) when (still is not null && patience.IsCancellationRequested)
        {
            throw new TimeoutException(still());
        }
    }

    public static Task Until(Func<bool> reached) => Until(() => Task.FromResult(reached()));
}
