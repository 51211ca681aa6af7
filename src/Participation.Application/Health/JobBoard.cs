using System.Collections.Concurrent;
using Participation.Domain.Outcomes;

namespace Participation.Application.Health;

/// <summary>What the program does by itself.</summary>
public enum JobName { Mail, ReturnedMail, Notices, Retention, Sealing, Resealing, Search, Grouping, Suggestions, Reminders }

/// <summary>Work that the program does by itself, and that somebody may want done now.</summary>
public interface IJob
{
    JobName Name { get; }

    /// <summary>How long it rests between two rounds; null when something else than the clock calls it.</summary>
    TimeSpan? Rests { get; }

    /// <summary>A person may have it done now: it does nothing that can't be made good.</summary>
    bool ByHand => true;

    /// <summary>What is due is done; nothing is done twice.</summary>
    Task RunOnce(CancellationToken ct);
}

/// <summary>How a job does on this node, since it was started.</summary>
/// <param name="Fault">What kind of thing went wrong last; never its words, which may repeat an address.</param>
public sealed record JobState(long Runs, DateTimeOffset? EndedAt, TimeSpan Took, long Faults, DateTimeOffset? FaultAt, string? Fault)
{
    internal static readonly JobState None = new(0, null, TimeSpan.Zero, 0, null, null);

    /// <summary>It has gone well since.</summary>
    public bool IsWell => FaultAt is not { } fault || EndedAt > fault;
}

/// <summary>
/// Notes how the jobs of this node do. In memory: what ran before the start is of no use to whoever asks why something does not
/// run now. A job runs once at a time, whoever asks.
/// </summary>
public sealed class JobBoard(TimeProvider clock)
{
    readonly ConcurrentDictionary<JobName, JobState> states = new();
    readonly ConcurrentDictionary<JobName, SemaphoreSlim> turns = new();

    public JobState StateOf(JobName job) => states.GetValueOrDefault(job, JobState.None);

    /// <summary>Runs it as its own loop does: what goes wrong is noted and thrown.</summary>
    public async Task Run(JobName job, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        var turn = turns.GetOrAdd(job, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(ct);
        var began = clock.GetTimestamp();
        try
        {
            await work(ct);
            Note(job, state => state with { Runs = state.Runs + 1, EndedAt = clock.GetUtcNow(), Took = clock.GetElapsedTime(began) });
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Note(job, state => state with { Faults = state.Faults + 1, FaultAt = clock.GetUtcNow(), Fault = fault.GetType().Name });
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs it because somebody asked, who is told how it went.</summary>
    public async Task<Outcome<Done>> RunNow(IJob job, CancellationToken ct)
    {
        try
        {
            await Run(job.Name, job.RunOnce, ct);
            return Done.It;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return Refusal.Conflict("job-failed");
        }
    }

    void Note(JobName job, Func<JobState, JobState> change) => states.AddOrUpdate(job, _ => change(JobState.None), (_, state) => change(state));
}
