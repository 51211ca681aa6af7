using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Health;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Mail;

public sealed class JobTests(OnSqlite engine) : IClassFixture<OnSqlite>
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task An_administrator_runs_a_job_now_and_sees_when_it_ran_and_when_it_comes_next()
    {
        var before = (await Row(JobName.Notices)).State.Runs;
        Assert.False((await app.Send(new RunJob(JobName.Notices), Caller.Operator)).Refused);
        var row = await Row(JobName.Notices);
        Assert.True(row.State.Runs > before && row.State.IsWell);
        Assert.Equal(app.Clock.Now, row.State.EndedAt);
        Assert.Equal(app.Clock.Now.AddMinutes(1), row.NextAt);
        Assert.True(await app.With(db => db.AuditEntries.AnyAsync(e => e.Name == "job.run" && e.Subject == "job:Notices")));
        Assert.Null((await Row(JobName.Search)).NextAt);
    }

    [Fact]
    public async Task A_job_that_is_not_on_this_node_is_not_found() =>
        Assert.Equal(Refusal.NotFound, (await app.Send(new RunJob(JobName.Mail), Caller.Operator)).Why);

    [Fact]
    public async Task What_failed_is_named_by_its_kind_and_is_well_again_after_it_went_well()
    {
        var board = new JobBoard(app.Clock);
        var failing = new Failing();
        Assert.Equal("job-failed", (await board.RunNow(failing, CancellationToken.None)).Why!.Code);
        var state = board.StateOf(JobName.Mail);
        Assert.Equal((nameof(InvalidOperationException), 1, false), (state.Fault, state.Faults, state.IsWell));
        failing.Fails = false;
        app.Clock.Now = app.Clock.Now.AddSeconds(1);
        Assert.False((await board.RunNow(failing, CancellationToken.None)).Refused);
        Assert.True(board.StateOf(JobName.Mail).IsWell);
    }

    [Fact]
    public async Task A_job_runs_once_at_a_time()
    {
        var board = new JobBoard(app.Clock);
        var (entered, go) = (0, new TaskCompletionSource());
        async Task Work(CancellationToken ct)
        {
            Assert.Equal(1, Interlocked.Increment(ref entered));
            await go.Task;
            Interlocked.Decrement(ref entered);
        }
        var both = Task.WhenAll(board.Run(JobName.Mail, Work, CancellationToken.None), board.Run(JobName.Mail, Work, CancellationToken.None));
        go.SetResult();
        await both;
        Assert.Equal(2, board.StateOf(JobName.Mail).Runs);
    }

    async Task<JobRow> Row(JobName job) => (await app.Send(new ListJobs(), Caller.Operator)).Value.Single(r => r.Job == job);

    sealed class Failing : IJob
    {
        public bool Fails { get; set; } = true;
        public JobName Name => JobName.Mail;
        public TimeSpan? Rests => null;
        public Task RunOnce(CancellationToken ct) => Fails ? throw new InvalidOperationException("大町 みどり") : Task.CompletedTask;
    }
}
