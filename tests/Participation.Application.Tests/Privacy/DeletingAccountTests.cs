using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Health;
using Participation.Application.Ledger;
using Participation.Application.Moderation;
using Participation.Application.People;
using Participation.Application.Privacy;
using Participation.Application.Retention;
using Participation.Application.Series;
using Participation.Application.Tests.People;
using Participation.Application.Tests.Series;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.People;
using Participation.Domain.Privacy;
using Participation.TestKit;

namespace Participation.Application.Tests.Privacy;

public abstract class DeletingAccountTests(EngineFixture engine)
{
    const string Password = People.People.Password;

    readonly TestApp app = engine.App;

    [Theory]
    [InlineData(Leaving.KeepWords)]
    [InlineData(Leaving.Withdraw)]
    public async Task Nothing_personal_is_left_in_any_table(Leaving words)
    {
        var (tag, email) = ($"{Guid.NewGuid():N}", People.People.NewAddress());
        var me = await app.SignedIn(email);
        Assert.False((await app.Send(new ChangeName($"橋野 {tag}"), me)).Refused);
        var slug = await app.Announce();
        var sender = new Sender($"橋野 {tag}", $"釜石市橋野町 {tag}", email, null, null);
        var sent = (await app.Send(new SubmitOpinions(slug, sender, [new OpinionDraft("鉄の道を歩けるように。")]), me)).Value;
        var other = await app.Submit(slug, "ほかの人の意見");
        await app.Send(new ReportOpinion(slug, other.Sequence, Withheld.OffRules, "計画と関係がない", "10.0.0.1"), me);
        await app.Send(new IssueToken($"時計 {tag}", TokenScope.Read, 30), me);
        await app.Send(new AskForCode($"橋野 {tag}", new DateOnly(1980, 5, 5), $"釜石市橋野町 {tag}"), me);
        Assert.False((await app.Send(new VerifyAtCounter(email, $"橋野 {tag}", new DateOnly(1980, 5, 5)), TestApp.Staff)).Refused);
        await app.Send(new GiveRole(me.UserId!, new(Roles.Moderator, $"{tag}さんの係")), Caller.Operator);
        await app.Send(new AskToRecover(email));
        Assert.NotEmpty(await WholeDatabase.Find(app.Database, tag, email));

        Assert.False((await app.Send(new DeleteAccount(Password, words), me)).Refused);
        var told = Assert.Single(await app.Letters(email));
        Assert.Contains("アカウントを削除しました", told.Subject, StringComparison.Ordinal);
        await app.Post(email);
        Assert.Empty(await WholeDatabase.Find(app.Database, tag, email));

        var receipt = (await app.Send(new LookUpReceipt(sent.ReceiptNumber, sent.ReceiptSecret))).Value;
        Assert.Equal("鉄の道を歩けるように。", receipt.Opinions.Single().Text);
        Assert.Equal(words is Leaving.Withdraw ? SubmissionStatus.Withdrawn : SubmissionStatus.Accepted, receipt.Status);
        var row = (await app.Send(new ListDepartures(Limit: 500), Caller.Operator)).Value.Departures.Single(d => d.Account == me.UserId);
        Assert.Equal((words, 1, words is Leaving.Withdraw ? 1 : 0), (row.Words, row.Senders, row.Withdrawn));
        Assert.Equal("not-found", (await app.Send(new GetAccount(), me)).Why!.Code);
    }

    [Fact]
    public async Task After_the_close_an_opinion_stays_in_the_record_and_its_name_goes()
    {
        var before = app.Clock.Now;
        var me = await app.SignedIn();
        var slug = await app.Announce();
        var sent = (await app.Send(new SubmitOpinions(slug, new Sender("唐丹 けい"), [new OpinionDraft("残る言葉")]), me)).Value;
        app.Clock.Now = before.AddMonths(2);
        Assert.False((await app.Send(new DeleteAccount(Password, Leaving.Withdraw), me)).Refused);
        app.Clock.Now = before;
        var row = Assert.Single((await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items);
        Assert.Equal((sent.ReceiptNumber, SubmissionStatus.Accepted, null, "残る言葉"), (row.ReceiptNumber, row.Status, row.Sender.Name, row.Opinions[0].Text));
        Assert.Equal(1, (await app.Send(new GetConsultation(slug))).Value.Counts.Submitters);
    }

    [Fact]
    public async Task Whoever_leaves_and_comes_back_is_still_one_person_until_the_verification_ends()
    {
        var (before, born) = (app.Clock.Now, new DateOnly(1980, 5, 5));
        var (name, email, again) = ($"橋野 {Guid.NewGuid():N}", People.People.NewAddress(), People.People.NewAddress());
        var me = await app.SignedIn(email);
        Assert.False((await app.Send(new VerifyAtCounter(email, name, born), TestApp.Staff)).Refused);
        Assert.False((await app.Send(new DeleteAccount(Password, Leaving.KeepWords), me)).Refused);
        var person = await app.Services.GetRequiredService<PersonKeys>().PersonOf(new(name, born), CancellationToken.None);
        Assert.Equal(before.AddMonths(24), (await app.With(db => db.Verifications.AsNoTracking().SingleAsync(v => v.Person == person && v.UserId == null))).Until);

        var back = await app.SignedIn(again);
        await app.Send(new AskForCode(name, born, "橋野町"), back);
        var code = (await app.Send(new ListLetters(Limit: 500), TestApp.Staff)).Value.Letters.Single(l => l.Letter.Name == name).Letter.Code;
        Assert.Equal("verified-elsewhere-gone", (await app.Send(new EnterCode(code), back)).Why!.Code);
        // At the counter a person decides, and it is the same verification that goes on.
        Assert.False((await app.Send(new VerifyAtCounter(again, name, born), TestApp.Staff)).Refused);
        Assert.Equal(back.UserId, (await app.With(db => db.Verifications.AsNoTracking().SingleAsync(v => v.Person == person))).UserId);

        Assert.False((await app.Send(new DeleteAccount(Password, Leaving.KeepWords), back)).Refused);
        app.Clock.Now = before.AddMonths(24);
        await RemoveDue();
        app.Clock.Now = before;
        Assert.False(await app.With(db => db.Verifications.AnyAsync(v => v.Person == person)));
    }

    [Fact]
    public async Task What_somebody_else_holds_too_is_theirs_as_well()
    {
        var (me, mother) = (await app.SignedIn(), await app.SignedIn());
        var slug = await app.Announce();
        var sent = (await app.Send(new SubmitOpinions(slug, new Sender("平田 ちよ"), [new OpinionDraft("母の手紙")]))).Value;
        foreach (var holder in new[] { me, mother }) await app.Send(new HoldReceipt(sent.ReceiptNumber, sent.ReceiptSecret), holder);
        Assert.False((await app.Send(new DeleteAccount(Password, Leaving.Withdraw), me)).Refused);
        var held = (await app.Send(new GetHeldReceipt(sent.ReceiptNumber), mother)).Value;
        Assert.Equal(("平田 ちよ", SubmissionStatus.Accepted), (held.Sender.Name, held.Status));
    }

    [Theory]
    [InlineData(Leaving.KeepWords)]
    [InlineData(Leaving.Withdraw)]
    public async Task A_sign_up_for_a_workshop_stands_as_the_page_says_and_its_letter_takes_it_back(Leaving words)
    {
        var email = People.People.NewAddress();
        var me = await app.SignedIn(email);
        var slug = await app.OpenSeries();
        Assert.Null((await app.Send(new SignUpForMeeting(slug, 1, new("平田 ちよ", email)))).Why);
        var link = Regex.Match(Assert.Single(await app.Letters(email)).Body, @"/sign-ups/(\S+?)\?secret=(\S+)").Groups;
        Assert.False((await app.Send(new DeleteAccount(Password, words), me)).Refused);
        Assert.Equal(1, (await app.Meeting(slug)).Taken);
        Assert.Null((await app.Send(new WithdrawSignUp(link[1].Value, link[2].Value))).Why);
        Assert.Equal(0, (await app.Meeting(slug)).Taken);
    }

    [Fact]
    public async Task Without_the_password_or_a_choice_nothing_happens()
    {
        var me = await app.SignedIn();
        Assert.Equal("password-wrong", (await app.Send(new DeleteAccount("guess guess guess", Leaving.KeepWords), me)).Why!.Code);
        Assert.Equal("choice-unknown", (await app.Send(new DeleteAccount(Password, null), me)).Why!.Code);
        Assert.False((await app.Send(new GetAccount(), me)).Refused);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_one_of_two_may_go()
    {
        var (first, second) = (await app.SignedIn(), await app.SignedIn());
        // Whoever else keeps the site in this class's database, keeps it no longer.
        var others = await app.With(db => db.RoleGrants.Where(g => g.Role == Roles.Administrator && g.TakenAt == null).Select(g => g.Id).ToListAsync());
        var grant = (await app.Send(new GiveRole(first.UserId!, new(Roles.Administrator, "市の係")), Caller.Operator)).Value;
        foreach (var other in others) Assert.False((await app.Send(new TakeRole(other, "交代"), Caller.Operator)).Refused);
        Assert.Equal("last-administrator", (await app.Send(new DeleteAccount(Password, Leaving.KeepWords), first)).Why!.Code);
        Assert.False((await app.Send(new GetAccount(), first)).Refused);
        Assert.False(await app.With(db => db.Departures.AnyAsync(d => d.Account == first.UserId)));

        Assert.False((await app.Send(new GiveRole(second.UserId!, new(Roles.Administrator, "市の係")), Caller.Operator)).Refused);
        Assert.False((await app.Send(new DeleteAccount(Password, Leaving.KeepWords), first)).Refused);
        Assert.True(await app.With(db => db.AuditEntries.AnyAsync(a => a.Name == "role.ended" && a.Subject == $"account:{first.UserId}" && a.Detail.Contains($"{grant}"))));
        Assert.Equal("last-administrator", (await app.Send(new DeleteAccount(Password, Leaving.KeepWords), second)).Why!.Code);
    }

    [Fact]
    public async Task What_a_stop_cut_off_is_finished_by_the_daily_round()
    {
        var slug = await app.Announce();
        var sent = (await app.Send(new SubmitOpinions(slug, new Sender("甲子 はな"), [new OpinionDraft("声")]))).Value;
        await app.With(async db =>
        {
            var submission = await db.Submissions.Where(s => s.Sequence == sent.Sequence && db.Consultations.Any(c => c.Id == s.ConsultationId && c.Slug == slug)).Select(s => s.Id).SingleAsync();
            db.Add(new Departure("somebody", Leaving.KeepWords, [submission], app.Clock.Now));
            return await db.SaveChangesAsync();
        });
        await RemoveDue();
        Assert.Null((await app.Send(new LookUpReceipt(sent.ReceiptNumber, sent.ReceiptSecret))).Value.Sender.Name);
    }

    Task<int> RemoveDue() => new SenderDisposal(
        app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>(), app.Services.GetRequiredService<WriteLane>(), app.Services.GetRequiredService<SealedScans>(),
        new RetentionOptions(), app.Services.GetRequiredService<JobBoard>(), app.Clock, NullLogger<SenderDisposal>.Instance).RemoveDue(CancellationToken.None);
}

public sealed class DeletingAccountOnSqlite(OnSqlite engine) : DeletingAccountTests(engine), IClassFixture<OnSqlite>;

public sealed class DeletingAccountOnPostgres(OnPostgres engine) : DeletingAccountTests(engine), IClassFixture<OnPostgres>;
