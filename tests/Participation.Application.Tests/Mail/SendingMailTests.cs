using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Participation.Application.Health;
using Participation.Application.Mail;
using Participation.Data;
using Participation.Data.Live;
using Participation.Data.Writing;
using Participation.Domain.Mail;
using Participation.TestKit;

namespace Participation.Application.Tests.Mail;

public abstract class SendingMailTests(EngineFixture engine) : IDisposable
{
    const string Subject = "【市民参加】メールアドレスの確認のお願い：このメールに書かれたアドレスを開くと登録が終わります😀";

    readonly TestApp app = engine.App;
    readonly MailServer server = new();

    public void Dispose()
    {
        server.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_mail_goes_out_once_in_words_that_arrive_whole_and_its_words_are_not_kept()
    {
        var id = await Queue();
        await Sender().SendDue(default);
        await Sender().SendDue(default);

        var letter = MailFile.Read(Assert.Single(server.Letters));
        Assert.Equal(("sakura@example.jp", Subject, "さくら様\r\n.\r\n確認してください。"), (letter.To, letter.Subject, letter.Body));
        var mail = await Find(id);
        Assert.Equal((MailStatus.Sent, null, null), (mail.Status, mail.Sealed, mail.ToKey));
    }

    [Fact]
    public async Task Mail_that_can_be_declined_says_how_in_its_head_and_other_mail_does_not()
    {
        var link = $"https://sanka.example.jp/account/unsubscribe/one-click?token={new string('a', 400)}";
        await Queue();
        await Queue(unsubscribe: link);
        await Sender().SendDue(default);
        Assert.Equal(2, server.Letters.Count);
        var declined = Assert.Single(server.Letters, letter => letter.Contains("List-Unsubscribe", StringComparison.Ordinal)).Split("\r\n\r\n")[0];
        Assert.Contains($"\r\nList-Unsubscribe: <{link}>\r\n", declined.Replace("\r\n ", " ", StringComparison.Ordinal) + "\r\n", StringComparison.Ordinal);
        Assert.Contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click", declined, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_send_it_once()
    {
        foreach (var _ in Enumerable.Range(0, 5)) await Queue();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sender().SendDue(default)));
        Assert.Equal(5, server.Letters.Count);
    }

    [Fact]
    public async Task A_server_that_asks_to_come_back_is_asked_again_later_and_later_and_then_no_more()
    {
        server.ToRecipients = "451 later";
        var id = await Queue();
        await Sender().SendDue(default);
        Assert.Equal((MailStatus.Waiting, "smtp-451"), ((await Find(id)).Status, (await Find(id)).Fault));
        Assert.Equal(0, await Sender().SendDue(default));

        for (var i = 1; i < OutgoingMail.TriesAtMost; i++)
        {
            app.Clock.Now += TimeSpan.FromDays(1);
            Assert.Equal(1, await Sender().SendDue(default));
        }
        Assert.Equal((MailStatus.SetAside, OutgoingMail.TriesAtMost), ((await Find(id)).Status, (await Find(id)).Tries));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_server_that_comes_back_gets_the_mail()
    {
        server.ToRecipients = "450 later";
        var id = await Queue();
        await Sender().SendDue(default);
        server.ToRecipients = "250 ok";
        app.Clock.Now += TimeSpan.FromMinutes(5);
        await Sender().SendDue(default);
        Assert.Equal((MailStatus.Sent, 1), ((await Find(id)).Status, server.Letters.Count));
    }

    [Fact]
    public async Task A_recipient_that_does_not_exist_is_set_aside_at_once_and_the_others_go()
    {
        server.ToRecipients = "550 unknown";
        var dead = await Queue();
        await Sender().SendDue(default);
        server.ToRecipients = "250 ok";
        var alive = await Queue();
        await Sender().SendDue(default);
        Assert.Equal((MailStatus.SetAside, "smtp-550"), ((await Find(dead)).Status, (await Find(dead)).Fault));
        Assert.Equal(MailStatus.Sent, (await Find(alive)).Status);
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_is_left_to_a_person()
    {
        server.HangsUpAfterTheLetter = true;
        var id = await Queue();
        await Sender().SendDue(default);
        app.Clock.Now += TimeSpan.FromDays(1);
        await Sender().SendDue(default);
        Assert.Equal((MailStatus.SetAside, "unclear"), ((await Find(id)).Status, (await Find(id)).Fault));
        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task A_mail_whose_sender_was_cut_off_is_left_to_a_person()
    {
        var id = await Queue();
        await app.With(async db => (await db.OutgoingMails.SingleAsync(m => m.Id == id)).Take(app.Clock.Now) && await db.SaveChangesAsync() > 0);
        Assert.Equal(0, await Sender().SendDue(default));
        app.Clock.Now += TimeSpan.FromMinutes(10);
        await Sender().SendDue(default);
        Assert.Equal((MailStatus.SetAside, "interrupted"), ((await Find(id)).Status, (await Find(id)).Fault));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again()
    {
        var id = await Queue();
        server.Dispose();
        await Sender().SendDue(default);
        Assert.Equal((MailStatus.Waiting, "unreachable"), ((await Find(id)).Status, (await Find(id)).Fault));
        app.Clock.Now += TimeSpan.FromDays(30);
        await app.With(async db => { (await db.OutgoingMails.SingleAsync(m => m.Id == id)).SetAside("test-over"); return await db.SaveChangesAsync(); });
    }

    [Fact]
    public async Task The_same_thing_is_told_once()
    {
        await Queue("same");
        await Assert.ThrowsAsync<DbUpdateException>(() => Queue("same"));
        await Sender().SendDue(default);
        await Assert.ThrowsAsync<DbUpdateException>(() => Queue("same"));
        Assert.Single(server.Letters);
    }

    Task<Guid> Queue(string? key = null, string? unsubscribe = null) =>
        app.Queue(new("sakura@example.jp", Subject, "さくら様\r\n.\r\n確認してください。", unsubscribe), key);

    Task<OutgoingMail> Find(Guid id) => app.With(db => db.OutgoingMails.AsNoTracking().SingleAsync(m => m.Id == id));

    MailSender Sender()
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = server.Port, Tls = false };
        var of = app.Services;
        return new(of.GetRequiredService<IDbContextFactory<AppDbContext>>(), of.GetRequiredService<WriteLane>(), of.GetRequiredService<LiveSignal>(),
            of.GetRequiredService<LetterSeal>(), of.GetRequiredService<LettersInClear>(), new MailCarrier(options), options, new JobBoard(app.Clock), app.Clock, NullLogger<MailSender>.Instance);
    }
}

public sealed class SendingMailOnSqlite(OnSqlite engine) : SendingMailTests(engine), IClassFixture<OnSqlite>;

public sealed class SendingMailOnPostgres(OnPostgres engine) : SendingMailTests(engine), IClassFixture<OnPostgres>;
