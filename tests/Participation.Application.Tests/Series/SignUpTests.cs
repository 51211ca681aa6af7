using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Series;
using Participation.Application.Spaces;
using Participation.Application.Tests.Documents;
using Participation.Domain.Outcomes;
using Participation.Domain.Series;
using Participation.TestKit;

namespace Participation.Application.Tests.Series;

public abstract class SignUpTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Of_many_who_press_at_once_only_so_many_have_a_place_and_the_rest_wait_in_order()
    {
        var slug = await app.OpenSeries(places: 20);
        await using var other = await app.Join();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => (i % 2 is 0 ? app : other).Send(For(slug, $"{Guid.NewGuid():N}@example.jp")))));
        Assert.All(outcomes, o => Assert.Null(o.Why));
        var list = (await app.Send(new ListSignUps(slug, 1), TestApp.Staff)).Value;
        Assert.Equal((20, 40, 20, 40), (list.Meeting.Taken, list.Meeting.Waiting, list.SignUps.Count(s => s.Status is SignUpStatus.Confirmed), list.SignUps.Count(s => s.Status is SignUpStatus.Waiting)));
        // Nobody with a later turn passed one who waits.
        Assert.All(list.SignUps.Take(20), s => Assert.Equal(SignUpStatus.Confirmed, s.Status));
    }

    [Fact]
    public async Task Of_many_who_leave_at_once_each_makes_room_for_one()
    {
        var slug = await app.OpenSeries(places: 10);
        var receipts = new List<(string Number, string Secret)>();
        for (var i = 0; i < 20; i++) receipts.Add(await SignUp(slug));
        var outcomes = await Task.WhenAll(receipts.Take(10).Select(r => Task.Run(() => app.Send(new WithdrawSignUp(r.Number, r.Secret)))));
        Assert.All(outcomes, o => Assert.Null(o.Why));
        var meeting = await app.Meeting(slug);
        Assert.Equal((10, 0, 0), (meeting.Taken, meeting.Waiting, meeting.Free));
        Assert.Equal(SignUpStatus.Confirmed, (await app.Send(new LookUpSignUp(receipts[19].Number, receipts[19].Secret))).Value.Status);
    }

    [Fact]
    public async Task The_letter_says_where_the_place_is_and_leads_to_the_receipt()
    {
        var slug = await app.OpenSeries();
        var mailbox = Mailbox();
        Assert.Null((await app.Send(For(slug, mailbox, new("釜石 花子", mailbox, Companions: 1, Childcare: true, Note: "車いすで伺います")))).Why);
        var letter = Assert.Single(await app.Letters(mailbox));
        foreach (var said in new[] { "まちを話す会", "第1回 港を話す", "令和8年1月19日（月） 13:30〜16:00", "市民の家", "人数：2人", "https://sanka.example.jp/sign-ups/" })
            Assert.Contains(said, letter.Body, StringComparison.Ordinal);
        var (number, secret) = Receipt(letter);
        var view = (await app.Send(new LookUpSignUp(number.ToLowerInvariant().Replace("-", ""), secret))).Value;
        Assert.Equal((SignUpStatus.Confirmed, 2, "釜石 花子", "車いすで伺います", true), (view.Status, view.People, view.Who!.Name, view.Who.Note, view.CanWithdraw));
        Assert.Equal(Refusal.NotFound, (await app.Send(new LookUpSignUp(number, "0000-0000-0000-0000"))).Why);
        Assert.Equal(Refusal.NotFound, (await app.Send(new WithdrawSignUp(number, null))).Why);
    }

    [Fact]
    public async Task A_mailbox_signs_up_once_and_only_its_owner_learns_that_it_had()
    {
        var slug = await app.OpenSeries();
        var mailbox = Mailbox();
        var first = await app.Send(For(slug, mailbox));
        var again = await app.Send(For(slug, mailbox.ToUpperInvariant()));
        Assert.Equal((first.Why, first.Value), (again.Why, again.Value));
        Assert.Equal(1, (await app.Meeting(slug)).Taken);
        var letters = await app.Letters(mailbox);
        Assert.Equal(["signup-again", "signup-confirmed"], letters.Select(l => l.Key.Split(':')[0]).Order());
        // Both lead to the one receipt, and a third try at once sends no third letter.
        Assert.Single(letters.Select(Receipt).Distinct());
        await app.Send(For(slug, mailbox));
        Assert.Equal(2, (await app.Letters(mailbox)).Count);
        // Staff, who see the list anyway, are told.
        var refused = await app.Send(new SignUpAtCounter(slug, 1, new("釜石 花子", mailbox)), TestApp.Staff);
        Assert.Equal(("email", "signed-up-already"), (Assert.Single(refused.Why!.Faults).Field, refused.Why.Code));
    }

    [Fact]
    public async Task A_mailbox_that_presses_many_times_at_once_has_one_place()
    {
        var slug = await app.OpenSeries(places: 5);
        var mailbox = Mailbox();
        await using var other = await app.Join();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 2 is 0 ? app : other).Send(For(slug, mailbox)))));
        Assert.All(outcomes, o => Assert.Null(o.Why));
        Assert.Equal((1, 0), (await app.Meeting(slug) is var m ? (m.Taken, m.Waiting) : default));
    }

    [Fact]
    public async Task A_retry_with_the_same_key_has_one_effect_and_with_other_words_is_refused()
    {
        var slug = await app.OpenSeries();
        var ask = For(slug, Mailbox()) with { Key = "once" };
        Assert.Null((await app.Send(ask)).Why);
        Assert.Null((await app.Send(ask)).Why);
        Assert.Equal(1, (await app.Meeting(slug)).Taken);
        Assert.Equal(Refusal.KeyReused, (await app.Send(ask with { Participant = ask.Participant with { Companions = 3 } })).Why);
        var counter = new SignUpAtCounter(slug, 1, new("釜石 花子", null, "0193-00-0000")) { Key = "counter" };
        Assert.Equal((await app.Send(counter, TestApp.Staff)).Value, (await app.Send(counter, TestApp.Staff)).Value);
    }

    [Fact]
    public async Task Whoever_leaves_gives_the_place_to_the_next_who_is_told()
    {
        var slug = await app.OpenSeries(places: 1);
        var (first, waiting) = (await SignUp(slug), Mailbox());
        await app.Send(For(slug, waiting));
        var (number, secret) = Receipt(Assert.Single(await app.Letters(waiting)));
        Assert.Equal((SignUpStatus.Waiting, 0), (await app.Send(new LookUpSignUp(number, secret))).Value is var before ? (before.Status, before.Ahead) : default);
        Assert.Null((await app.Send(new WithdrawSignUp(first.Number, first.Secret))).Why);
        Assert.Equal(SignUpStatus.Confirmed, (await app.Send(new LookUpSignUp(number, secret))).Value.Status);
        Assert.Equal(["signup-moved-up", "signup-waiting"], (await app.Letters(waiting)).Select(l => l.Key.Split(':')[0]).Order());
        Assert.Equal("already-withdrawn", (await app.Send(new WithdrawSignUp(first.Number, first.Secret))).Why!.Code);
        // Who has left may come back, behind those who wait.
        Assert.Equal(SignUpStatus.Withdrawn, (await app.Send(new LookUpSignUp(first.Number, first.Secret))).Value.Status);
    }

    [Fact]
    public async Task More_places_are_for_those_who_wait()
    {
        var slug = await app.OpenSeries(places: 1);
        await SignUp(slug);
        var (number, secret) = await SignUp(slug);
        Assert.Null((await app.Send(new SaveMeeting(slug, 1, Seriesing.Plan(new(2026, 1, 19), places: 3)), TestApp.Staff)).Why);
        Assert.Equal(SignUpStatus.Confirmed, (await app.Send(new LookUpSignUp(number, secret))).Value.Status);
        Assert.Equal(1, (await app.Meeting(slug)).Free);
    }

    [Fact]
    public async Task Who_leaves_while_there_is_no_day_makes_room_once_there_is_one()
    {
        var slug = await app.OpenSeries(places: 1);
        var (first, second) = (await SignUp(slug), await SignUp(slug));
        await app.Send(new PostponeMeeting(slug, 1, null, null, "雪"), TestApp.Staff);
        Assert.Null((await app.Send(new WithdrawSignUp(first.Number, first.Secret))).Why);
        Assert.Equal(SignUpStatus.Waiting, (await app.Send(new LookUpSignUp(second.Number, second.Secret))).Value.Status);
        Assert.Null((await app.Send(new PostponeMeeting(slug, 1, new(2026, 2, 2), null, null), TestApp.Staff)).Why);
        Assert.Equal(SignUpStatus.Confirmed, (await app.Send(new LookUpSignUp(second.Number, second.Secret))).Value.Status);
    }

    [Fact]
    public async Task Names_and_mailboxes_lie_in_no_row_in_clear()
    {
        var slug = await app.OpenSeries();
        var mailbox = Mailbox();
        await app.Send(For(slug, mailbox, new("鵜住居 太郎", mailbox, Note: "補聴器の席")));
        var rows = await app.With(db => db.SignUps.AsNoTracking().Where(s => s.Meeting.Series.Slug == slug).ToListAsync());
        foreach (var secret in new[] { "鵜住居", mailbox, "補聴器" })
            Assert.DoesNotContain(secret, Encoding.UTF8.GetString(rows[0].Sealed!), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await WholeDatabase.Find(app.Database, "鵜住居", mailbox, "補聴器"));
    }

    [Fact]
    public async Task Staff_sign_up_whoever_calls_and_both_names_are_kept()
    {
        var slug = await app.OpenSeries();
        var number = (await app.Send(new SignUpAtCounter(slug, 1, new("釜石 花子", null, "0193-00-0000", SignLanguage: true)), TestApp.Staff)).Value;
        var row = Assert.Single((await app.Send(new ListSignUps(slug, 1), TestApp.Staff)).Value.SignUps);
        Assert.Equal((number, "釜石 花子", "0193-00-0000", "staff-1"), (row.Number, row.Who!.Name, row.Who.Phone, row.TakenBy));
        Assert.Null((await app.Send(new RemoveSignUp(slug, 1, row.Id), TestApp.Staff)).Why);
        Assert.Equal(0, (await app.Meeting(slug)).Taken);
        var acts = await app.With(db => db.AuditEntries.AsNoTracking().Where(a => a.Subject == $"series:{slug}/1").OrderBy(a => a.Sequence).Select(a => a.Name).ToListAsync());
        Assert.Equal(["signup.taken", "signups.seen", "signup.withdrawn"], acts);
    }

    [Fact]
    public async Task Who_came_is_noted_and_the_list_goes_out_as_a_file()
    {
        var (space, plan) = (await app.OpenSpace(), Seriesing.Plan(new(2026, 1, 5), places: 9) with { Starts = new(13, 0) });
        var slug = await app.OpenSeries(space: space);
        var today = (await app.Send(new SaveMeeting(slug, null, plan), TestApp.Staff)).Value;
        foreach (var (name, companions) in new[] { ("=一番", 1), ("二番", 0) })
            Assert.Null((await app.Send(new SignUpAtCounter(slug, today, new(name, null, "0193-00-0000", companions)), TestApp.Staff)).Why);
        var list = (await app.Send(new ListSignUps(slug, today), TestApp.Staff)).Value;
        Assert.True(list.Day);
        Assert.Null((await app.Send(new NoteAttendance(slug, today, [list.SignUps[0].Id]), TestApp.Staff)).Why);
        Assert.Equal(2, (await app.Send(new ListSignUps(slug, today), TestApp.Staff)).Value.Came);
        Assert.Equal("meeting-not-begun", (await app.Send(new NoteAttendance(slug, 1, []), TestApp.Staff)).Why!.Code);

        using var csv = new MemoryStream();
        Assert.Null((await app.Send(new WriteSignUps(slug, today, ReportFormat.Csv, csv), TestApp.Staff)).Why);
        var lines = Encoding.UTF8.GetString(csv.ToArray()).Trim().Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.Contains("出席", lines[1], StringComparison.Ordinal);
        Assert.Contains("0193-00-0000", lines[1], StringComparison.Ordinal);
        using var xlsx = new MemoryStream();
        Assert.Null((await app.Send(new WriteSignUps(slug, today, ReportFormat.Xlsx, xlsx), TestApp.Staff)).Why);
        Assert.Equal("=一番", OfficeFiles.Table(xlsx).Skip(1).First()[1].Text);
        var acts = await app.With(db => db.AuditEntries.AsNoTracking().Where(a => a.Subject == $"series:{slug}/{today}" && a.Name == "signups.exported").CountAsync());
        Assert.Equal(2, acts);
    }

    [Theory]
    [InlineData("put off", "meeting-postponed")]
    [InlineData("called off", "meeting-cancelled")]
    [InlineData("over", "meeting-over")]
    [InlineData("draft", "not-found")]
    [InlineData("nowhere", "not-found")]
    public async Task Nobody_signs_up_for_what_does_not_take_place(string what, string code)
    {
        var slug = await app.OpenSeries(published: what is not "draft");
        var number = what is "nowhere" ? 7 : 1;
        if (what is "put off") await app.Send(new PostponeMeeting(slug, 1, null, null, "雪"), TestApp.Staff);
        if (what is "called off") await app.Send(new CancelMeeting(slug, 1, "雪"), TestApp.Staff);
        if (what is "over") number = (await app.Send(new SaveMeeting(slug, null, Seriesing.Plan(new(2026, 1, 4))), TestApp.Staff)).Value;
        Assert.Equal(code, (await app.Send(For(slug, Mailbox()) with { Number = number })).Why!.Code);
    }

    [Theory]
    [InlineData("", "email", "required")]
    [InlineData("ここにはない", "email", "email-shape")]
    public async Task What_is_wrong_with_the_form_is_named(string email, string field, string code)
    {
        var refused = await app.Send(For(await app.OpenSeries(), email));
        var fault = Assert.Single(refused.Why!.Faults);
        Assert.Equal((field, code), (fault.Field, fault.Code));
    }

    async Task<(string Number, string Secret)> SignUp(string slug)
    {
        var mailbox = Mailbox();
        Assert.Null((await app.Send(For(slug, mailbox))).Why);
        return Receipt(Assert.Single(await app.Letters(mailbox)));
    }

    static SignUpForMeeting For(string slug, string email, Participant? who = null) => new(slug, 1, who ?? new("釜石 花子", email));

    static string Mailbox() => $"{Guid.NewGuid():N}@example.jp";

    static (string, string) Receipt(WaitingLetter letter) =>
        Regex.Match(letter.Body, "/sign-ups/([0-9A-Z-]+)\\?secret=([0-9a-z-]+)") is { Success: true } found ? (found.Groups[1].Value, found.Groups[2].Value) : throw new InvalidOperationException(letter.Body);
}

public sealed class SignUpOnSqlite(OnSqlite engine) : SignUpTests(engine), IClassFixture<OnSqlite>;

public sealed class SignUpOnPostgres(OnPostgres engine) : SignUpTests(engine), IClassFixture<OnPostgres>;
