namespace Participation.TestKit;

/// <summary>Waits for something to become true, and no longer.</summary>
public static class Wait
{
    public static async Task Until(Func<Task<bool>> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await reached()) await tick.WaitForNextTickAsync(patience.Token);
    }

    public static Task Until(Func<bool> reached) => Until(() => Task.FromResult(reached()));
}
