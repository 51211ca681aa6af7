using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Health;
using Participation.Data;
using Participation.Data.Live;
using Participation.Data.Writing;
using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>
/// Goes on with the searches for suggestions that stand unfinished, one section at a time. How far each is stands in the database,
/// so it goes on after a restart, and of several nodes the quicker one counts.
/// </summary>
public sealed partial class SuggestionRunner(
    IDbContextFactory<AppDbContext> contexts, WriteLane lane, LiveSignal signal, JobBoard jobs, TimeProvider clock,
    ILogger<SuggestionRunner> log) : BackgroundService, IJob
{
    /// <summary>A minute and a half on two cores, under a gigabyte; what a section holds beyond waits until some of it is grouped.</summary>
    const int ComparedAtMost = 20_000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    volatile RunWithin? within;

    /// <summary>How far this node is in the section that it is at; null when it is at none of the run's.</summary>
    public RunWithin? Within(Guid run) => within is { } now && now.Run == run ? now : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = signal.Next;
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // The run stands where it stood; the page says so and it can be stopped.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await rung.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public JobName Name => JobName.Suggestions;

    public TimeSpan? Rests => null;

    public async Task RunOnce(CancellationToken ct)
    {
        while (await GoOn(ct)) { }
    }

    /// <summary>Goes through the next section of the oldest search.</summary>
    /// <returns>False when none is left.</returns>
    public async Task<bool> GoOn(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => "suggestions");
        var run = await db.SuggestionRuns.Where(r => r.FinishedAt == null).OrderBy(r => r.StartedAt).FirstOrDefaultAsync(ct);
        if (run is null) return false;
        var section = run.Sections[run.Done];
        var found = await Search(db, run, section, ct);
        within = null;
        db.AddRange(found);
        run.Went(found.Count, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node went through it, or somebody stopped it.
        }
        return true;
    }

    async Task<List<GroupSuggestion>> Search(AppDbContext db, SuggestionRun run, string? section, CancellationToken ct)
    {
        var compared = new ComparedOpinions(db);
        var opinions = await compared.Of(run.ConsultationId, section, ComparedAtMost, ct);
        var besides = run.Sections.Count > 1 ? await compared.Besides(run.ConsultationId, section, ComparedAtMost, ct) : [];
        // Rejected, or waiting already: who asks twice at one moment is not shown everything twice.
        var known = (await db.GroupSuggestions.AsNoTracking().Where(s => s.ConsultationId == run.ConsultationId && s.State != SuggestionState.Accepted)
            .Select(s => s.Mark).ToListAsync(ct)).ToHashSet();
        var last = await db.GroupSuggestions.Where(s => s.ConsultationId == run.ConsultationId).MaxAsync(s => (int?)s.Number, ct) ?? 0;
        return
        [
            .. MeaningGroups.Suggest([.. opinions.Select(o => o.Text)], besides, new Told(this, run.Id, opinions.Count), ct: ct)
                .Select(like => (Like: like, Opinions: like.Texts.Select(t => opinions[t].Opinion).ToList()))
                .Where(s => !known.Contains(GroupSuggestion.MarkOf(s.Opinions)))
                .Select((s, i) => new GroupSuggestion(run, last + i + 1, section, s.Opinions, (int)(100 * s.Like.Likeness), s.Like.Words, clock.GetUtcNow())),
        ];
    }

    /// <summary>Not kept: another node, or this one after a restart, says how many sections were gone through.</summary>
    sealed class Told(SuggestionRunner runner, Guid run, int all) : IProgress<int>
    {
        public void Report(int value) => runner.within = new(run, value, all);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A search for suggestions could not go on; trying again")]
    partial void LogFault(Exception fault);
}

/// <param name="Compared">Of <paramref name="All"/> opinions and groups in a section.</param>
public sealed record RunWithin(Guid Run, int Compared, int All);
