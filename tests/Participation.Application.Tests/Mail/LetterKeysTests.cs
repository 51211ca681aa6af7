using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Application.Tests.Following;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Mail;
using Participation.TestKit;

namespace Participation.Application.Tests.Mail;

public sealed class LetterKeysTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_hash_that_anybody_can_make_of_an_address_is_forgotten_by_the_migration_and_nothing_is_told_twice(DatabaseProvider provider)
    {
        await using var app = await TestApp.Start(provider);
        var (who, space) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{space}");
        await app.AnnounceAhead(space);
        await app.Tell();
        await app.Send(new AskToRecover(People.People.NewAddress()));
        Assert.Equal(2, (await app.Letters()).Count);

        // What an earlier version could read neither of must not be there (GoingBackTests): the letters have gone, the accounts are opened.
        await app.With(async db =>
        {
            foreach (var mail in await db.OutgoingMails.ToListAsync())
            {
                Assert.True(mail.Take(app.Clock.Now));
                mail.MarkSent();
            }
            return await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<AccountSealing>().UnsealAll(default);
        await app.StopWorking();
        await using (var db = DatabaseFactory.ForMigrating(app.Database))
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("ScansAside");
            await migrator.MigrateAsync();
        }
        var mails = await app.With(db => db.OutgoingMails.AsNoTracking().OrderBy(m => m.Id).ToListAsync());
        Assert.All(mails, mail => Assert.Equal((MailStatus.Sent, null), (mail.Status, mail.DueAt)));
        Assert.Equal(["earlier", "told"], mails.Select(mail => mail.Key.Split(':')[0]).Order());
        await using var afterwards = await app.Join();
        while (await afterwards.Services.GetRequiredService<AccountSealing>().SealSome(default) > 0) { }
        await afterwards.Tell();
        Assert.Equal(2, await afterwards.With(db => db.OutgoingMails.CountAsync()));
    }
}
