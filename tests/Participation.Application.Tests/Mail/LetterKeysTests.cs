using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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

        await app.StopWorking();
        await using (var db = DatabaseFactory.ForMigrating(app.Database))
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("ScansAside");
            await migrator.MigrateAsync();
        }
        var mails = await app.With(db => db.OutgoingMails.AsNoTracking().OrderBy(m => m.Id).ToListAsync());
        // What an earlier version can't read, it must not send.
        Assert.All(mails, mail => Assert.Equal((MailStatus.Discarded, null), (mail.Status, mail.DueAt)));
        Assert.Equal(["earlier", "told"], mails.Select(mail => mail.Key.Split(':')[0]).Order());
        await app.Tell();
        Assert.Empty(await app.Letters());
    }
}
