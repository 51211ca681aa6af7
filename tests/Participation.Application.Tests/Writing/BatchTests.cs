using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Audit;
using Participation.Application.Consultations;
using Participation.Data.Consultations;
using Participation.Domain.People;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Writing;

/// <summary>Jobs that share a commit: the writer is held until all of them wait for it.</summary>
public abstract class BatchTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_save_the_database_refuses_leaves_no_gap_and_takes_no_other_down()
    {
        var consultation = await Announce();
        var (good, bad) = await Together(() => (Receive(consultation, 50), Enumerable.Range(0, 5).Select(_ => SaveForNobody()).ToList()));

        Assert.All(await Faults(bad), fault => Assert.IsType<DbUpdateException>(fault));
        await Committed(consultation, 50, await Task.WhenAll(good));
    }

    [Fact]
    public async Task A_submission_the_database_refuses_is_written_apart_and_leaves_no_gap()
    {
        var consultation = await Announce();
        var number = ReceiptNumber.New();
        var (good, same) = await Together(() =>
            (Receive(consultation, 50), Enumerable.Range(0, 3).Select(_ => Receive(consultation, number)).ToList()));

        // A number given out twice is found by the database alone; one of the three had it first.
        var faults = await Faults(same);
        Assert.Equal(2, faults.OfType<DbException>().Count());
        Assert.Single(faults, fault => fault is null);
        await Committed(consultation, 51, await Task.WhenAll(good));
    }

    [Fact]
    public async Task Twenty_clicks_in_one_commit_are_one_submission_and_another_body_is_told_so()
    {
        var consultation = await Announce();
        var key = Guid.NewGuid().ToString();
        var (clicks, other) = await Together(() =>
        (
            Enumerable.Range(0, 20).Select(_ => Receive(consultation, ReceiptNumber.New(), KeyClaim.Of("a", key, [1]))).ToList(),
            Receive(consultation, ReceiptNumber.New(), KeyClaim.Of("a", key, [2]))
        ));

        var answers = await Task.WhenAll(clicks);
        Assert.Single(answers.Select(a => a.Value[0].Number).Distinct());
        Assert.Equal(Refusal.KeyReused, (await other).Why);
        await Committed(consultation, 1, answers[..1]);
    }

    /// <summary>Starts work while nobody can write. What it asks of the lane it has asked when it returns its tasks.</summary>
    async Task<T> Together<T>(Func<T> start)
    {
        await using (await HeldWriter.Of(app.Database)) return start();
    }

    async Task Committed(Consultation to, int count, Outcome<IReadOnlyList<Received>>[] answers)
    {
        var sequences = await app.With(db => db.LiveEvents.Where(e => e.Stream == to.Stream).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 1 + count).Select(i => (long)i), sequences);
        var rows = await app.With(db => db.Submissions.Where(s => s.ConsultationId == to.Id).ToDictionaryAsync(s => s.Number.Value, s => s.Sequence));
        Assert.Equal(count, rows.Count);
        Assert.All(answers, answer => Assert.Equal(answer.Value[0].Sequence, rows[answer.Value[0].Number]));
        Assert.Equal(count, (await app.Send(new GetConsultation(to.Slug))).Value.Counts.Opinions);
        Assert.Null((await app.Send(new VerifyAudit(), Caller.Operator)).Value.BrokenAt);
    }

    async Task<Consultation> Announce()
    {
        var slug = await app.Announce();
        return await app.With(db => db.Consultations.AsNoTracking().SingleAsync(c => c.Slug == slug));
    }

    Task<int> SaveForNobody() => app.With(db =>
    {
        db.ApiTokens.Add(new ApiToken("nobody", "a token", DateTimeOffset.UnixEpoch));
        return db.SaveChangesAsync();
    });

    List<Task<Outcome<IReadOnlyList<Received>>>> Receive(Consultation to, int many) =>
        [.. Enumerable.Range(0, many).Select(_ => Receive(to, ReceiptNumber.New()))];

    /// <summary>Straight into the intake, past every check.</summary>
    Task<Outcome<IReadOnlyList<Received>>> Receive(Consultation to, ReceiptNumber number, KeyClaim? claim = null)
    {
        var submission = Submission.Receive(
            to, number, [1], new Arrival(Channel.Web, app.Clock.Now), SubmissionStatus.Accepted, Sender.Anonymous,
            [(new OpinionDraft("ひとこと"), null)], keyedBy: null);
        return app.Services.GetRequiredService<SubmissionIntake>()
            .Receive([submission], "anonymous", claim ?? KeyClaim.Of("a", Guid.NewGuid().ToString(), []), CancellationToken.None);
    }

    static async Task<Exception?[]> Faults(IEnumerable<Task> tasks) => await Task.WhenAll(tasks.Select(task => Record.ExceptionAsync(() => task)));
}

public sealed class BatchesOnSqlite(OnSqlite engine) : BatchTests(engine), IClassFixture<OnSqlite>;

public sealed class BatchesOnPostgres(OnPostgres engine) : BatchTests(engine), IClassFixture<OnPostgres>;
