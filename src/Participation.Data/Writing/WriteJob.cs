namespace Participation.Data.Writing;

/// <summary>Something to write, in a transaction it shares with whatever else is waiting.</summary>
public abstract class WriteJob
{
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once the commit is durable, or with what went wrong.</summary>
    internal Task Done => done.Task;

    /// <summary>The key this job claims; a job whose key was used before is not run again but told so.</summary>
    internal virtual KeyClaim? Claim => null;

    /// <summary>What went wrong with this job alone; the others of its batch are not touched by it.</summary>
    protected Exception? Fault { get; set; }

    internal abstract void Write(WriteSession session);

    /// <summary>Called instead of <see cref="Write"/> when the claim was taken, by an earlier commit or earlier in this batch.</summary>
    internal virtual void AnsweredBefore(IdempotencyKey earlier) => throw new NotSupportedException();

    /// <summary>Called after the commit, before the caller goes on.</summary>
    internal virtual void Committed()
    {
    }

    internal void Succeed()
    {
        if (Fault is not null)
        {
            done.TrySetException(Fault);
            return;
        }
        Committed();
        done.TrySetResult();
    }

    internal void Fail(Exception why) => done.TrySetException(why);
}
