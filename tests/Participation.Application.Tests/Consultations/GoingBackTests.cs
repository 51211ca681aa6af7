using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Application.Series;
using Participation.Application.Tests.Answering;
using Participation.Application.Tests.People;
using Participation.Application.Tests.Series;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Consultations;
using Participation.Domain.Mail;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

/// <summary>A city goes back to an earlier version and forth again. What lies sealed is never lost without a word, nor left in clear.</summary>
public abstract class GoingBackTests(DatabaseProvider provider)
{
    const string Tag = "x7f3a9c2", Name = $"平田 かもめ{Tag}", Mail = $"{Tag}@example.jp";

    [Fact]
    public async Task Down_to_the_version_that_sealed_accounts_and_up_again_everything_is_read_and_nothing_is_in_clear()
    {
        await using var app = await TestApp.Start(provider);
        var slug = await app.Announce();
        var receipt = await SealedSenderTests.Send(app, slug, new(Name, $"釜石市平田町 {Tag}", Mail));
        await app.SignedIn(Mail);
        var letter = new Letter(Mail, "確認のお願い", $"https://sanka.example.jp/x?{Tag}");
        await app.Queue(letter);
        var series = await app.OpenSeries();
        Assert.Null((await app.Send(new SignUpForMeeting(series, 1, new(Name, Mail)))).Why);
        await app.StopWorking();

        await Migrate(app, "SealedAccounts");
        Assert.Empty(await WholeDatabase.Find(app.Database, Tag));
        await Migrate(app);

        await using var afterwards = await app.Join();
        Assert.Empty(await WholeDatabase.Find(app.Database, Tag));
        Assert.Equal(Name, (await afterwards.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value.Sender.Name);
        Assert.Equal(1, await afterwards.AccountsOf(Mail));
        Assert.Contains((await afterwards.Letters(Mail)).Select(l => l.Body), body => body == letter.Body);
        Assert.Equal(Name, Assert.Single((await afterwards.Send(new ListSignUps(series, 1), TestApp.Staff)).Value.SignUps).Who!.Name);
        // By its print, which the first start makes anew.
        await afterwards.Services.GetRequiredService<SenderSealing>().SealAll(default);
        Assert.Single((await afterwards.Send(new FindSender(slug, Name), TestApp.Staff)).Value.Items);
    }

    [Theory]
    [InlineData("senders", "GroupHands", "Names and addresses of senders lie sealed")]
    [InlineData("letters", "ScansAside", "Letters wait sealed")]
    [InlineData("accounts", "SplitNotes", "run unseal-accounts")]
    [InlineData("sign-ups", "BoardTemplates", "series, their meetings and whoever signed up")]
    [InlineData("figures", "SealedAccounts", "held by its hash together with its figures")]
    [InlineData("hidden words", "CarriedTopics", "would be shown to everybody again")]
    public async Task What_an_earlier_version_could_not_read_refuses_the_way_back_and_says_why(string kept, string target, string sentence)
    {
        await using var app = await TestApp.Start(provider);
        await Keep(app, kept);
        await app.StopWorking();
        var before = await Count(app);
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => Migrate(app, target));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        await Migrate(app);
        Assert.Equal(before, await Count(app));
    }

    [Fact]
    public async Task An_empty_database_goes_all_the_way_back_to_before_anything_was_sealed()
    {
        await using var app = await TestApp.Start(provider);
        await app.StopWorking();
        await Migrate(app, "GroupHands");
        await Migrate(app);
        await using var afterwards = await app.Join();
        Assert.NotEmpty((await SealedSenderTests.Send(afterwards, await afterwards.Announce(), new(Name))).ReceiptNumber);
    }

    static async Task Keep(TestApp app, string kept)
    {
        switch (kept)
        {
            case "senders": await SealedSenderTests.Send(app, await app.Announce(), new(Name)); break;
            case "letters": await app.Queue(new Letter(Mail, "確認のお願い", "本文")); break;
            case "accounts": await app.SignedIn(Mail); break;
            case "sign-ups": Assert.Null((await app.Send(new SignUpForMeeting(await app.OpenSeries(), 1, new(Name, Mail)))).Why); break;
            default:
                var (slug, _) = await app.Answering("歩道を広げてください。");
                await app.ApproveAll(slug);
                Assert.Null((await app.Send(new PublishResult(slug), Answers.Approver)).Why);
                if (kept is "hidden words") Assert.Null((await app.Send(new MaskResult(slug, ["ご意見"], "申し出"), TestApp.Staff)).Why);
                break;
        }
    }

    /// <summary>How many rows of each kind are there, with what is sealed in them.</summary>
    static async Task<string> Count(TestApp app)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        return string.Join(' ',
            await db.Contacts.CountAsync(c => c.Sealed != null), await db.OutgoingMails.CountAsync(m => m.Sealed != null && m.Status == MailStatus.Waiting),
            await db.Users.CountAsync(u => u.Sealed != null), await db.SignUps.CountAsync(s => s.Sealed != null), (await db.Editions.ToListAsync()).Sum(e => e.Figures.Count),
            await db.ResultMasks.CountAsync());
    }

    /// <param name="target">The newest that stays; null for all of them.</param>
    static async Task Migrate(TestApp app, string? target = null)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        await db.GetService<IMigrator>().MigrateAsync(target);
    }
}

public sealed class GoingBackOnSqlite() : GoingBackTests(DatabaseProvider.Sqlite);

public sealed class GoingBackOnPostgres() : GoingBackTests(DatabaseProvider.Postgres);
