using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public sealed class DayBackfillTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task What_came_in_before_days_were_counted_is_counted_by_the_migration(DatabaseProvider provider)
    {
        await using var app = await TestApp.Start(provider);
        var slug = await app.Announce();
        // The last instant of a day in Tokyo and the first of the next, paper, two points, one late, one taken back.
        app.Clock.Now = new(2026, 1, 9, 14, 59, 59, TimeSpan.Zero);
        await app.Submit(slug);
        app.Clock.Now = app.Clock.Now.AddSeconds(1);
        await app.Submit(slug);
        await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("一"), new("二")], Channel.Fax, new DateOnly(2025, 12, 26)), TestApp.Staff);
        var gone = await app.Submit(slug);
        await app.Send(new WithdrawSubmission(gone.ReceiptNumber, gone.ReceiptSecret));
        app.Clock.Now = app.Clock.Now.AddDays(30);
        await app.Submit(slug);
        var counted = (await app.Send(new GetResults(slug))).Value.ByDay;
        Assert.Equal([(new DateOnly(2025, 12, 26), 2), (new DateOnly(2026, 1, 9), 1), (new DateOnly(2026, 1, 10), 1)],
            counted.Where(d => d.Opinions > 0).Select(d => (d.Day, d.Opinions)));

        await app.StopWorking();
        await using (var db = DatabaseFactory.ForMigrating(app.Database))
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("GuardSenders");
            await migrator.MigrateAsync();
        }
        await using var afterwards = await app.Join();
        Assert.Equal(counted, (await afterwards.Send(new GetResults(slug))).Value.ByDay);
    }
}
