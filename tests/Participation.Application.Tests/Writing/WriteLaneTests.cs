using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Writing;

public abstract class WriteLaneTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_reading_connection_can_not_write()
    {
        var fault = await Record.ExceptionAsync(() => app.With(db =>
            db.Database.ExecuteSqlRawAsync("""INSERT INTO "StreamHeads" ("Stream", "Sequence") VALUES ('x', 1)""")));
        Assert.Contains("read", Assert.IsAssignableFrom<System.Data.Common.DbException>(fault).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sequences_have_no_gaps_and_counts_agree_with_the_rows_whoever_writes_at_once()
    {
        var slug = await app.Announce();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            // Every third is refused half way: it must leave no hole.
            if (i % 3 is 0) await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("", null)]));
            return await app.Submit(slug, $"声 {i}");
        }));
        foreach (var receipt in receipts.Take(10)) await app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret));

        var stream = $"consultation:{slug}";
        var sequences = await app.With(db => db.LiveEvents.Where(e => e.Stream == stream).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 71).Select(i => (long)i), sequences);
        var shown = await app.With(db => db.Opinions.CountAsync(o => o.Status == SubmissionStatus.Accepted && db.Consultations.Any(c => c.Id == o.ConsultationId && c.Slug == slug)));
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((50, 50, 50), (shown, counts.Opinions, counts.BySection[Counts.Unknown]));
    }

    [Fact]
    public async Task One_job_that_fails_takes_no_other_down()
    {
        var slug = await app.Announce();
        var good = Enumerable.Range(0, 20).Select(i => app.Submit(slug, $"よい {i}")).ToList();
        var bad = Enumerable.Range(0, 5).Select(_ => Record.ExceptionAsync(() => app.With(db =>
        {
            db.ApiTokens.Add(new Domain.People.ApiToken("nobody", "a token", DateTimeOffset.UnixEpoch));
            return db.SaveChangesAsync();
        }))).ToList();

        Assert.All(await Task.WhenAll(bad), fault => Assert.IsType<DbUpdateException>(fault));
        await Task.WhenAll(good);
        Assert.Equal(20, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
    }
}

public sealed class WriteLaneOnSqlite(OnSqlite engine) : WriteLaneTests(engine), IClassFixture<OnSqlite>;

public sealed class WriteLaneOnPostgres(OnPostgres engine) : WriteLaneTests(engine), IClassFixture<OnPostgres>;
