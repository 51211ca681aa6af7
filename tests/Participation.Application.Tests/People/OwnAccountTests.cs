using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class OwnAccountTests(EngineFixture engine)
{
    [Fact]
    public async Task A_new_address_counts_once_its_mail_was_read_and_the_old_one_is_told()
    {
        var (email, other) = (People.NewAddress(), People.NewAddress());
        var me = await engine.App.SignedIn(email);
        Assert.False((await engine.App.Send(new AskToChangeEmail(People.Password, other), me)).Refused);
        Assert.Equal(email, (await engine.App.Send(new GetAccount(), me)).Value.Email);

        var link = (await engine.App.Letters(other)).Single().Link();
        Assert.False((await engine.App.Send(new ChangeEmail(link["id"], link["email"], link["token"]))).Refused);
        Assert.Equal(other, (await engine.App.Send(new GetAccount(), me)).Value.Email);
        Assert.Single(await engine.App.Letters(email));
        Assert.Equal("link-over", (await engine.App.Send(new ChangeEmail(link["id"], link["email"], link["token"]))).Why!.Code);
    }

    [Fact]
    public async Task A_link_for_one_address_sets_no_other()
    {
        var me = await engine.App.SignedIn();
        var asked = People.NewAddress();
        await engine.App.Send(new AskToChangeEmail(People.Password, asked), me);
        var link = (await engine.App.Letters(asked)).Single().Link();
        Assert.Equal("link-over", (await engine.App.Send(new ChangeEmail(link["id"], People.NewAddress(), link["token"]))).Why!.Code);
    }

    [Fact]
    public async Task Asking_for_anothers_address_says_so_only_to_them()
    {
        var taken = await engine.App.Account();
        var me = await engine.App.SignedIn();
        Assert.False((await engine.App.Send(new AskToChangeEmail(People.Password, taken), me)).Refused);
        Assert.DoesNotContain("token=", (await engine.App.Letters(taken)).Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sits_at_an_open_window_changes_nothing_without_the_password_and_cannot_guess_it()
    {
        var me = await engine.App.SignedIn();
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal("password-wrong", (await engine.App.Send(new ChangePassword($"guess {tries} guess", "atarashii kotoba"), me)).Why!.Code);
        Assert.Equal("try-later", (await engine.App.Send(new ChangePassword(People.Password, "atarashii kotoba"), me)).Why!.Code);
        engine.App.Clock.Now += TimeSpan.FromSeconds(3);
        Assert.False((await engine.App.Send(new ChangePassword(People.Password, "atarashii kotoba"), me)).Refused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_changed_password_and_signing_out_everywhere_end_what_was_signed_in(bool everywhere)
    {
        var me = await engine.App.SignedIn();
        var before = await Stamp(me.UserId!);
        var done = everywhere ? await engine.App.Send(new SignOutEverywhere(), me) : await engine.App.Send(new ChangePassword(People.Password, "atarashii kotoba"), me);
        Assert.False(done.Refused);
        Assert.NotEqual(before, await Stamp(me.UserId!));
        Assert.Equal(2, (await engine.App.Send(new GetAccount(), me)).Value.Deeds.Count);
    }

    [Fact]
    public async Task What_is_sent_while_signed_in_is_in_the_history_and_what_was_sent_before_is_added_by_its_receipt()
    {
        var (me, other) = (await engine.App.SignedIn(), await engine.App.SignedIn());
        var slug = await engine.App.Announce();
        var own = (await engine.App.Send(new SubmitOpinions(slug, Sender.Anonymous, [new OpinionDraft("サインインして")]), me)).Value;
        engine.App.Clock.Now += TimeSpan.FromSeconds(1);
        var earlier = await engine.App.Submit(slug, "サインインせずに");

        Assert.Equal("receipt-unknown", (await engine.App.Send(new HoldReceipt(earlier.ReceiptNumber, "0000"), me)).Why!.Code);
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Equal(Done.It, (await engine.App.Send(new HoldReceipt(earlier.ReceiptNumber, earlier.ReceiptSecret), me)).Value);
        var page = (await engine.App.Send(new ListHeldReceipts(), me)).Value;
        Assert.Equal([("サインインせずに", earlier.ReceiptNumber), ("サインインして", own.ReceiptNumber)], page.Items.Select(r => (r.Text, r.Number)));
        Assert.Equal("サインインせずに", (await engine.App.Send(new GetHeldReceipt(earlier.ReceiptNumber), me)).Value.Opinions.Single().Text);

        Assert.Empty((await engine.App.Send(new ListHeldReceipts(), other)).Value.Items);
        Assert.Equal(Refusal.NotFound, (await engine.App.Send(new GetHeldReceipt(earlier.ReceiptNumber), other)).Why);
        Assert.False((await engine.App.Send(new LookUpReceipt(own.ReceiptNumber, own.ReceiptSecret))).Refused);
    }

    [Fact]
    public async Task A_long_history_is_read_page_by_page_with_the_same_number_of_commands()
    {
        var me = await engine.App.SignedIn();
        var slug = await engine.App.Announce();
        for (var i = 0; i < 5; i++)
        {
            engine.App.Clock.Now += TimeSpan.FromSeconds(1);
            await engine.App.Send(new SubmitOpinions(slug, Sender.Anonymous, [new OpinionDraft($"意見{i}")]), me);
        }
        var first = (await engine.App.Send(new ListHeldReceipts(Limit: 3), me)).Value;
        var second = (await engine.App.Send(new ListHeldReceipts(first.Next!.Value, 3), me)).Value;
        Assert.Equal(["意見4", "意見3", "意見2", "意見1", "意見0"], first.Items.Concat(second.Items).Select(r => r.Text));
        Assert.Null(second.Next);
        Assert.Equal(await Commands.CountOf(() => engine.App.Send(new ListHeldReceipts(Limit: 1), me)), await Commands.CountOf(() => engine.App.Send(new ListHeldReceipts(), me)));
    }

    Task<string?> Stamp(string id) => engine.App.With(db => db.Users.Where(u => u.Id == id).Select(u => u.SecurityStamp).SingleAsync());
}

public sealed class OwnAccountOnSqlite(OnSqlite engine) : OwnAccountTests(engine), IClassFixture<OnSqlite>;

public sealed class OwnAccountOnPostgres(OnPostgres engine) : OwnAccountTests(engine), IClassFixture<OnPostgres>;
