using MediatR;
using Participation.Application.Pipeline;
using Participation.Data.Audit;
using Participation.Domain.Audit;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Health;

/// <summary>裏で動いている仕事: what this node does by itself and how that goes.</summary>
[Audience(Audience.Administrator)]
public sealed record ListJobs : IRequest<Outcome<IReadOnlyList<JobRow>>>;

/// <summary>今すぐ行う: what the job would do at its next round anyway; not what removes something for good.</summary>
[Audience(Audience.Administrator)]
public sealed record RunJob(JobName Job) : IRequest<Outcome<Done>>;

/// <param name="Rests">How long it rests between two rounds; null when it follows what is committed, or the start.</param>
/// <param name="NextAt">Null when no clock says it.</param>
public sealed record JobRow(JobName Job, TimeSpan? Rests, bool ByHand, JobState State, DateTimeOffset? NextAt);

sealed class ListJobsHandler(IEnumerable<IJob> jobs, JobBoard board) : IRequestHandler<ListJobs, Outcome<IReadOnlyList<JobRow>>>
{
    public Task<Outcome<IReadOnlyList<JobRow>>> Handle(ListJobs ask, CancellationToken ct) => Task.FromResult(Outcome<IReadOnlyList<JobRow>>.Of(
        [.. jobs.OrderBy(j => j.Name).Select(j => (Job: j, State: board.StateOf(j.Name)))
            .Select(j => new JobRow(j.Job.Name, j.Job.Rests, j.Job.ByHand, j.State, Later(j.State.EndedAt, j.State.FaultAt) + j.Job.Rests))]));

    static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}

sealed class RunJobHandler(IEnumerable<IJob> jobs, JobBoard board, AuditTrail audit, Caller caller) : IRequestHandler<RunJob, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RunJob ask, CancellationToken ct)
    {
        if (jobs.FirstOrDefault(j => j.Name == ask.Job) is not { ByHand: true } job) return Refusal.NotFound;
        await audit.Note(new Act("job.run", $"job:{job.Name}", "{}"), caller.ActorId, ct);
        return await board.RunNow(job, ct);
    }
}
