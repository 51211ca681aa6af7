using Participation.Application.Health;
using Participation.Application.Mail;
using Participation.Domain.Mail;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Mail;

public abstract class MailAndHealthTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Mail_that_was_set_aside_is_tried_again_as_if_it_were_new_but_only_once()
    {
        var id = await SetAside("again@example.jp");
        Assert.Contains((await List()).Mails, m => m.Id == id && m.Fault == "smtp-550");
        Assert.False((await app.Send(new TryMailAgain(id), Caller.Operator)).Refused);
        Assert.Equal("mail-not-set-aside", (await app.Send(new TryMailAgain(id), Caller.Operator)).Why!.Code);
        var mail = await Find(id);
        Assert.Equal((MailStatus.Waiting, 0, null), (mail.Status, mail.Tries, mail.Fault));
        Assert.DoesNotContain((await List()).Mails, m => m.Id == id);
        Assert.Contains((await app.Send(new ListMail(SetAside: false, Limit: 500), Caller.Operator)).Value.Mails, m => m.Id == id);
    }

    [Fact]
    public async Task Discarded_mail_keeps_neither_address_nor_words()
    {
        var id = await SetAside("gone@example.jp");
        Assert.False((await app.Send(new DiscardMail(id), Caller.Operator)).Refused);
        var mail = await Find(id);
        Assert.Equal((MailStatus.Discarded, null, null), (mail.Status, mail.Sealed, mail.ToKey));
        Assert.Equal("mail-not-set-aside", (await app.Send(new DiscardMail(id), Caller.Operator)).Why!.Code);
        Assert.Equal(Refusal.NotFound, (await app.Send(new DiscardMail(Guid.NewGuid()), Caller.Operator)).Why);
    }

    [Fact]
    public async Task The_list_is_paged_and_none_is_missed()
    {
        foreach (var n in Enumerable.Range(0, 5)) await SetAside($"page-{n}@example.jp");
        List<string?> seen = [];
        for (Guid? after = null; ;)
        {
            var page = (await app.Send(new ListMail(SetAside: true, after, Limit: 2), Caller.Operator)).Value;
            seen.AddRange(page.Mails.Select(m => m.To));
            if ((after = page.Next) is null) break;
        }
        Assert.Equal(5, seen.Distinct().Count(to => to?.StartsWith("page-", StringComparison.Ordinal) is true));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_health_says_what_waits_and_names_no_fault_where_there_is_none()
    {
        await SetAside("ill@example.jp");
        await app.HearAll();
        var health = (await app.Send(new GetHealth(), Caller.Operator)).Value;
        Assert.Equal(0, health.Unheard);
        Assert.True(health.DatabaseIsWell && health.WritingIsWell && health.LogIsWell);
        Assert.True(health is { MailSetAside: > 0, MailIsWell: false, DiskTotal: > 0 });
        Assert.True(health.Events > 0);
    }

    Task<Guid> SetAside(string to) => app.Queue(new(to, "題", "本文"), change: mail =>
    {
        mail.Take(app.Clock.Now);
        mail.SetAside("smtp-550");
    });

    async Task<MailFound> List() => (await app.Send(new ListMail(SetAside: true, Limit: 500), Caller.Operator)).Value;

    Task<OutgoingMail> Find(Guid id) => app.With(async db => (await db.OutgoingMails.FindAsync(id))!);
}

public sealed class MailAndHealthOnSqlite(OnSqlite engine) : MailAndHealthTests(engine), IClassFixture<OnSqlite>;

public sealed class MailAndHealthOnPostgres(OnPostgres engine) : MailAndHealthTests(engine), IClassFixture<OnPostgres>;
