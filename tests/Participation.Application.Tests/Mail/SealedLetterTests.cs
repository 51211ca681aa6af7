using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Participation.Application.Consultations;
using Participation.Application.Health;
using Participation.Application.Mail;
using Participation.Application.People;
using Participation.Application.Privacy;
using Participation.Application.Tests.People;
using Participation.Data;
using Participation.Data.Live;
using Participation.Data.Writing;
using Participation.Domain.Mail;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Mail;

public abstract class SealedLetterTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;
    readonly string tag = $"{Guid.NewGuid():N}"[..12];

    Letter Letter => new($"{tag}@example.jp", $"確認のお願い{tag}", $"https://sanka.example.jp/account/recover?token={tag}", $"https://sanka.example.jp/x?token={tag}");

    [Fact]
    public async Task Nothing_of_a_letter_stands_in_the_database_or_its_files_while_it_waits_or_is_set_aside()
    {
        await app.Queue(Letter);
        await app.Queue(Letter, change: mail => mail.SetAside("smtp-550"));
        Assert.Equal([Letter, Letter], (await app.Letters(Letter.To)).Select(l => new Letter(l.To, l.Subject, l.Body, l.Unsubscribe)));

        Assert.Empty(await WholeDatabase.Find(app.Database, tag, "確認のお願い"));
        Assert.False(WholeDatabase.FilesHold(app.Database, tag));
    }

    [Fact]
    public async Task A_letter_somebody_asked_for_leaves_no_hash_of_the_address_that_a_stranger_could_make()
    {
        var email = People.People.NewAddress();
        await app.Send(new AskToRecover(email));
        var key = (await app.Letters(email)).Single().Key;
        var guessed = SHA256.HashData(Encoding.UTF8.GetBytes(email.ToUpperInvariant()));
        Assert.DoesNotContain(Convert.ToHexStringLower(guessed)[..32], key, StringComparison.Ordinal);
        Assert.Empty(await WholeDatabase.Find(app.Database, email));
    }

    [Fact]
    public async Task What_waited_in_clear_is_sealed_at_the_next_start_and_goes_as_it_was()
    {
        await KeepInClear();
        Assert.NotEmpty(await WholeDatabase.Find(app.Database, tag));
        var sealing = app.Services.GetRequiredService<SenderSealing>();
        Assert.Equal((1, 0), (await sealing.SealAll(default), await sealing.SealAll(default)));
        Assert.Empty(await WholeDatabase.Find(app.Database, tag));
        Assert.False(WholeDatabase.FilesHold(app.Database, tag));

        using var server = new MailServer();
        await Sender(app, server).SendDue(default);
        var sent = Assert.Single(Taken(server));
        Assert.Equal((Letter.To, Letter.Subject, Letter.Body), (sent.To, sent.Subject, sent.Body));
    }

    [Fact]
    public async Task What_is_taken_to_be_sent_before_it_was_sealed_goes_and_leaves_nothing()
    {
        await KeepInClear();
        using var server = new MailServer { ToRecipients = "451 later" };
        await Sender(app, server).SendDue(default);
        Assert.Single(await app.Letters(Letter.To));
        Assert.Empty(await WholeDatabase.Find(app.Database, tag));
        server.ToRecipients = "250 ok";
        app.Clock.Now += TimeSpan.FromMinutes(5);
        await Sender(app, server).SendDue(default);
        Assert.Single(Taken(server));
        Assert.Empty(await app.Letters(Letter.To));
    }

    [Fact]
    public async Task Laid_into_another_row_a_letter_goes_to_nobody()
    {
        var (hers, other) = (await app.Queue(Letter), await app.Queue(new("other@example.jp", "題", "本文")));
        await ByHand($"""UPDATE "OutgoingMails" SET "Sealed" = (SELECT o."Sealed" FROM "OutgoingMails" o WHERE o."Id" = {hers}) WHERE "Id" = {other}""");
        using var server = new MailServer();
        await Sender(app, server).SendDue(default);
        Assert.Single(Taken(server));
        var mail = await app.With(db => db.OutgoingMails.AsNoTracking().SingleAsync(m => m.Id == other));
        Assert.Equal((MailStatus.SetAside, "key-gone"), (mail.Status, mail.Fault));
        await app.Send(new DiscardMail(other), Caller.Operator);
    }

    [Fact]
    public async Task Without_the_keys_it_is_set_aside_and_named_and_with_them_again_it_goes()
    {
        var id = await app.Queue(Letter);
        using var server = new MailServer();
        await using (var without = await app.Join(new EphemeralDataProtectionProvider()))
        {
            await Sender(without, server).SendDue(default);
            var row = (await without.Send(new ListMail(SetAside: true, Limit: 500), Caller.Operator)).Value.Mails.Single(m => m.Id == id);
            Assert.Equal(("key-gone", null, null), (row.Fault, row.To, row.Subject));
            Assert.False((await without.Send(new AskToRegister(People.People.NewAddress()))).Refused);
        }
        Assert.False((await app.Send(new TryMailAgain(id), Caller.Operator)).Refused);
        await Sender(app, server).SendDue(default);
        Assert.Single(Taken(server));
    }

    [Fact]
    public async Task Its_owner_sees_what_waits_for_them_and_an_administrator_whom_it_is_for()
    {
        var me = await app.SignedIn(Letter.To);
        var id = await app.Queue(Letter, change: mail => mail.SetAside("smtp-550"));
        var row = (await app.Send(new ListMail(SetAside: true, Limit: 500), Caller.Operator)).Value.Mails.Single(m => m.Id == id);
        Assert.Equal((Letter.To, Letter.Subject), (row.To, row.Subject));
        var own = JsonSerializer.Serialize((await app.Send(new TakeOwnData(People.People.Password), me)).Value.Kept["mail"]);
        Assert.Contains(tag, own, StringComparison.Ordinal);
        Assert.DoesNotContain(Letter.Body, own, StringComparison.Ordinal);
    }

    /// <summary>Other tests' letters go with it.</summary>
    IEnumerable<MailFile> Taken(MailServer server) => server.Letters.Select(MailFile.Read).Where(letter => letter.To == Letter.To);

    /// <summary>As a version before seals did.</summary>
    async Task KeepInClear()
    {
        var id = await app.Queue(Letter);
        await ByHand($"""UPDATE "OutgoingMails" SET "Sealed" = NULL, "ToKey" = NULL, "To" = {Letter.To}, "Subject" = {Letter.Subject}, "Body" = {Letter.Body} WHERE "Id" = {id}""");
    }

    async Task ByHand(FormattableString sql)
    {
        await using var db = Data.Engines.DatabaseFactory.ForMigrating(app.Database);
        Assert.Equal(1, await db.Database.ExecuteSqlAsync(sql));
    }

    static MailSender Sender(TestApp app, MailServer server)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = server.Port, Tls = false };
        var of = app.Services;
        return new(of.GetRequiredService<IDbContextFactory<AppDbContext>>(), of.GetRequiredService<WriteLane>(), of.GetRequiredService<LiveSignal>(),
            of.GetRequiredService<LetterSeal>(), of.GetRequiredService<LettersInClear>(), new MailCarrier(options), options, new JobBoard(app.Clock), app.Clock,
            NullLogger<MailSender>.Instance);
    }
}

public sealed class SealedLettersOnSqlite(OnSqlite engine) : SealedLetterTests(engine), IClassFixture<OnSqlite>;

public sealed class SealedLettersOnPostgres(OnPostgres engine) : SealedLetterTests(engine), IClassFixture<OnPostgres>;
