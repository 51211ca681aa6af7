namespace Participation.Data.Live;

/// <summary>
/// "Look at the log": rung after a commit, in this process or (by NOTIFY, or a changed file) in another. It says only that
/// there may be something new; what it is stands in the log.
/// </summary>
public sealed class LiveSignal
{
    TaskCompletionSource rung = New();

    /// <summary>Ends when the bell rings next. Take it before looking at the log, so that nothing rings unheard.</summary>
    public Task Next => Volatile.Read(ref rung).Task;

    public void Ring() => Interlocked.Exchange(ref rung, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
