using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Participation.Application.Health;
using Participation.Application.Mail;
using Participation.Application.People;
using Participation.Application.Tests.Following;
using Participation.Application.Tests.People;
using Participation.Data;
using Participation.Data.Live;
using Participation.Data.Writing;
using Participation.Domain.Following;
using Participation.Domain.Mail;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Mail;

public abstract class ReturnedMailTests : IDisposable
{
    static string UnknownTo(string address) => $"550 5.1.1 <{address}>: Recipient address rejected: User unknown";

    readonly TestApp app;
    readonly MailServer server = new();
    readonly MailOptions options;

    protected ReturnedMailTests(EngineFixture engine)
    {
        app = engine.App;
        options = new() { Host = "127.0.0.1", Port = server.Port, Tls = false, ReturnedFolder = Directory.CreateTempSubdirectory("participation-returned-").FullName };
        foreach (var name in new[] { "tmp", "new", "cur" }) Directory.CreateDirectory(Path.Combine(options.ReturnedFolder, name));
    }

    public void Dispose()
    {
        server.Dispose();
        Directory.Delete(options.ReturnedFolder!, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("message/rfc822")]
    [InlineData("text/rfc822-headers")]
    public async Task A_letter_to_no_mailbox_joins_the_dead_ones_with_the_remotes_words_and_notices_are_no_longer_mailed(string quoted)
    {
        var (me, space) = (await app.SignedIn(), await app.Space());
        var email = (await app.Send(new GetAccount(), me)).Value.Email;
        await app.Follow(me, $"space:{space}");
        var id = await Send(email);
        Lay(id, email, "failed", "5.1.1", quoted);
        await Read();

        var row = (await Dead()).Single(m => m.Id == id);
        Assert.Equal((email, "題", MailStatus.Returned, "dsn-5.1.1", UnknownTo(email)), (row.To, row.Subject, row.Status, row.Fault, row.Words));
        Assert.Empty(Directory.GetFiles(options.ReturnedFolder!, "*", SearchOption.AllDirectories));
        Assert.Empty(await WholeDatabase.Find(app.Database, "User unknown"));
        Assert.NotNull((await app.Send(new GetAccount(), me)).Value.MailReturnedAt);

        await app.AnnounceAhead(space);
        await app.Tell();
        Assert.Empty(await app.Mail(me));
        Assert.NotEmpty(await app.Notices(me));
        // Who asks gets a letter all the same.
        await app.Send(new AskToRecover(email));
        Assert.Single(await app.Letters(email));
    }

    [Fact]
    public async Task The_digest_of_a_mailbox_that_is_gone_is_not_written_and_its_owner_says_when_it_works_again()
    {
        var (me, space) = (await app.SignedIn(), await app.Space());
        var email = (await app.Send(new GetAccount(), me)).Value.Email;
        await app.Follow(me, $"space:{space}", Cadence.Daily);
        Lay(await Send(email), email, "failed", "5.2.1");
        await Read();
        await app.AnnounceAhead(space);
        await app.Tell();
        app.Clock.Now += TimeSpan.FromDays(1);
        await app.Tell();
        Assert.Empty(await app.Mail(me));

        Assert.False((await app.Send(new MailMeAgain(), me)).Refused);
        await app.AnnounceAhead(space);
        await app.Tell();
        app.Clock.Now += TimeSpan.FromDays(1);
        await app.Tell();
        Assert.Single(await app.Mail(me));
    }

    [Fact]
    public async Task A_link_from_a_mail_proves_that_the_mailbox_works()
    {
        var me = await app.SignedIn();
        var email = (await app.Send(new GetAccount(), me)).Value.Email;
        Lay(await Send(email), email, "failed", "5.1.1");
        await Read();
        await app.Send(new AskToRecover(email));
        var link = (await app.Letters(email)).Single().Link();
        Assert.False((await app.Send(new Recover(link["id"], link["token"], "atarashii kotoba"))).Refused);
        Assert.Null((await app.Send(new GetAccount(), me)).Value.MailReturnedAt);
    }

    [Theory]
    [InlineData("failed", "5.2.2", MailStatus.Returned)]
    [InlineData("failed", "4.4.7", MailStatus.Returned)]
    [InlineData("failed", "5.7.1", MailStatus.Returned)]
    [InlineData("delayed", "4.4.1", MailStatus.Sent)]
    public async Task A_full_mailbox_or_a_server_that_is_late_or_dislikes_us_says_nothing_about_the_address(string action, string status, MailStatus expected)
    {
        var me = await app.SignedIn();
        var email = (await app.Send(new GetAccount(), me)).Value.Email;
        var id = await Send(email);
        Lay(id, email, action, status);
        await Read();
        Assert.Equal(expected, (await Find(id)).Status);
        Assert.Empty(Directory.GetFiles(options.ReturnedFolder!, "*", SearchOption.AllDirectories));
        Assert.Null((await app.Send(new GetAccount(), me)).Value.MailReturnedAt);
    }

    [Fact]
    public async Task Nobody_stops_mail_to_somebody_else_and_what_is_no_report_is_put_aside()
    {
        var (me, other) = (await app.SignedIn(), await app.SignedIn());
        var (mine, theirs) = ((await app.Send(new GetAccount(), me)).Value.Email, (await app.Send(new GetAccount(), other)).Value.Email);
        var id = await Send(mine);
        Lay(id, theirs, "failed", "5.1.1");
        Lay(Guid.NewGuid(), theirs, "failed", "5.1.1");
        Lay("From: dare@example.jp\r\nSubject: =?utf-8?B?5LuK5pel44Gv?=\r\n\r\nただの手紙\r\n");
        Lay("\0\0\0");
        Lay("");
        await Read();
        Assert.Equal(5, Directory.GetFiles(Path.Combine(options.ReturnedFolder!, ReturnedMail.AsideFolder)).Length);
        Assert.Equal(MailStatus.Sent, (await Find(id)).Status);
        foreach (var person in new[] { me, other }) Assert.Null((await app.Send(new GetAccount(), person)).Value.MailReturnedAt);
    }

    [Fact]
    public async Task A_report_read_twice_counts_once_and_the_letter_is_discarded_whole()
    {
        var email = People.People.NewAddress();
        var id = await Send(email);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Lay(id, email, "failed", "5.1.1");
            await Read();
        }
        Assert.Equal("mail-not-set-aside", (await app.Send(new TryMailAgain(id), Caller.Operator)).Why!.Code);
        Assert.False((await app.Send(new DiscardMail(id), Caller.Operator)).Refused);
        var mail = await Find(id);
        Assert.Equal((MailStatus.Discarded, null, null), (mail.Status, mail.Sealed, mail.ToKey));
        Assert.Equal(1, await app.With(db => db.AuditEntries.CountAsync(e => e.Name == "mail.returned" && e.Subject == $"mail:{id}")));
    }

    [Fact]
    public async Task A_report_that_is_quicker_than_the_mark_of_its_letter_is_read_in_the_next_round()
    {
        var email = People.People.NewAddress();
        var id = await app.Queue(new(email, "題", "本文"), change: mail => mail.Take(app.Clock.Now));
        Lay(id, email, "failed", "5.1.1");
        await Read();
        await app.With(async db => { (await db.OutgoingMails.SingleAsync(m => m.Id == id)).MarkSent(mayReturn: true); return await db.SaveChangesAsync(); });
        await Read();
        Assert.Equal(MailStatus.Returned, (await Find(id)).Status);
    }

    [Fact]
    public async Task Whom_a_letter_went_to_is_forgotten_when_nothing_comes_back_any_more()
    {
        var id = await Send(People.People.NewAddress());
        Assert.NotNull((await Find(id)).ToKey);
        app.Clock.Now += TimeSpan.FromDays(15);
        await Read();
        Assert.Null((await Find(id)).ToKey);
    }

    async Task<Guid> Send(string to)
    {
        var id = await app.Queue(new(to, "題", "本文"));
        var of = app.Services;
        var sender = new MailSender(
            of.GetRequiredService<IDbContextFactory<AppDbContext>>(), of.GetRequiredService<WriteLane>(), of.GetRequiredService<LiveSignal>(),
            of.GetRequiredService<LetterSeal>(), of.GetRequiredService<LettersInClear>(), new MailCarrier(options), options, new JobBoard(app.Clock), app.Clock,
            NullLogger<MailSender>.Instance);
        await sender.RunOnce(default);
        Assert.Equal(MailStatus.Sent, (await Find(id)).Status);
        return id;
    }

    [Fact]
    public async Task Two_nodes_that_read_one_folder_at_once_take_each_report_once_and_neither_stumbles()
    {
        const int reports = 30, others = 20;
        var sent = new List<Guid>();
        foreach (var address in Enumerable.Range(0, reports).Select(_ => People.People.NewAddress()))
        {
            sent.Add(await Send(address));
            Lay(sent[^1], address, "failed", "5.1.1");
        }
        for (var n = 0; n < others; n++) Lay($"From: dare@example.jp\r\n\r\n{n}\r\n");
        await using var there = await app.Join();
        // Each as often as it takes: what the other had just changed is left for the next round.
        await Wait.Until(async () =>
        {
            await Task.WhenAll(Task.Run(() => Read(app)), Task.Run(() => Read(there)));
            return Directory.GetFiles(Path.Combine(options.ReturnedFolder!, "new")).Length is 0;
        });
        foreach (var id in sent) Assert.Equal(MailStatus.Returned, (await Find(id)).Status);
        var subjects = sent.ConvertAll(id => $"mail:{id}");
        Assert.Equal(reports, await app.With(db => db.AuditEntries.CountAsync(e => e.Name == "mail.returned" && subjects.Contains(e.Subject))));
        Assert.Equal(others, Directory.GetFiles(Path.Combine(options.ReturnedFolder!, ReturnedMail.AsideFolder)).Length);
    }

    Task Read() => Read(app);

    Task Read(TestApp app) => new ReturnedMail(
        app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>(), app.Services.GetRequiredService<WriteLane>(), app.Services.GetRequiredService<LetterSeal>(),
        app.Services.GetRequiredService<Application.People.AccountSeal>(), options, new JobBoard(app.Clock), app.Clock, NullLogger<ReturnedMail>.Instance).RunOnce(default);

    async Task<IReadOnlyList<MailRow>> Dead() => (await app.Send(new ListMail(SetAside: true, Limit: 500), Caller.Operator)).Value.Mails;

    Task<OutgoingMail> Find(Guid id) => app.With(db => db.OutgoingMails.AsNoTracking().SingleAsync(m => m.Id == id));

    /// <summary>As mail servers word it.</summary>
    void Lay(Guid mail, string to, string action, string status, string quoted = "message/rfc822") => Lay($"""
        From: Mail Delivery System <MAILER-DAEMON@mx.example.jp>
        To: participation@localhost
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="part"

        --part
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --part
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.jp
        Arrival-Date: Mon,  5 Jan 2026 12:00:00 +0900 (JST)

        Final-Recipient: rfc822; {to}
        Original-Recipient: rfc822;{to}
        Action: {action}
        Status: {status}
        Remote-MTA: dns; mail.example.jp
        Diagnostic-Code: smtp; {UnknownTo(to)}

        --part
        Content-Type: {quoted}

        Message-ID: <{mail:N}@localhost>
        From: participation@localhost
        To: {to}
        Subject: =?utf-8?B?6aGM?=
        Content-Type: text/plain; charset=utf-8

        --part--

        """.ReplaceLineEndings("\r\n"));

    void Lay(string letter) => File.WriteAllText(Path.Combine(options.ReturnedFolder!, "new", $"{Guid.NewGuid():N}.mx"), letter);
}

public sealed class ReturnedMailOnSqlite(OnSqlite engine) : ReturnedMailTests(engine), IClassFixture<OnSqlite>;

public sealed class ReturnedMailOnPostgres(OnPostgres engine) : ReturnedMailTests(engine), IClassFixture<OnPostgres>;
