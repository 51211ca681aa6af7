using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class RegisteringTests(EngineFixture engine)
{
    const string Password = "umi to yama 2026";

    [Fact]
    public async Task A_mail_leads_to_an_account()
    {
        var email = NewAddress();
        await Ask(email);
        var made = await engine.App.Send(new Register(await TicketFor(email), "大槌 はるか", Password));

        var user = await engine.App.With(db => db.Users.SingleAsync(u => u.Id == made.Value.Value));
        Assert.True(user.EmailConfirmed);
        Assert.Equal(new("大槌 はるか", email), await engine.App.OwnerOf(user.Id));
        Assert.Equal("account.registered", (await Acts(user.Id)).Single());
    }

    [Fact]
    public async Task There_is_no_account_before_the_mail_is_read()
    {
        var email = NewAddress();
        await Ask(email);
        Assert.Equal(0, await engine.App.AccountsOf(email));
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_another_mail()
    {
        var email = await engine.App.Account();
        await Ask(email);
        Assert.Contains("/account/recover", (await Letters(email)).Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_makes_one_account()
    {
        var email = NewAddress();
        await Ask(email);
        var ticket = await TicketFor(email);
        await engine.App.Send(new Register(ticket, "大槌 はるか", Password));
        Assert.Equal("already-registered", (await engine.App.Send(new Register(ticket, "大槌 はるか", Password))).Why!.Code);
    }

    [Fact]
    public async Task A_link_opened_twice_at_once_makes_one_account()
    {
        var email = NewAddress();
        await Ask(email);
        var ticket = await TicketFor(email);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => engine.App.Send(new Register(ticket, "大槌 はるか", Password))));
        Assert.Single(made, m => !m.Refused);
        Assert.Equal(1, await engine.App.AccountsOf(email));
    }

    [Theory]
    [InlineData("x")]
    [InlineData(null)]
    public async Task A_made_up_link_makes_none(string? ticket) =>
        Assert.Equal("link-over", (await engine.App.Send(new Register(ticket, "だれか", Password))).Why!.Code);

    [Theory]
    [InlineData("mijikai", "password-short")]
    [InlineData("aaaaaaaaaaaaaa", "password-guessable")]
    [InlineData("password1234", "password-guessable")]
    [InlineData("", "required")]
    public async Task A_weak_password_is_refused_with_the_reason(string password, string code)
    {
        var email = NewAddress();
        await Ask(email);
        var refused = (await engine.App.Send(new Register(await TicketFor(email), "だれか", password))).Why!;
        Assert.Equal(("password", code), (refused.Faults[0].Field, refused.Faults[0].Code));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("だめな宛先", "email-shape")]
    public async Task Only_an_address_can_be_written_to(string email, string code) =>
        Assert.Equal(code, (await engine.App.Send(new AskToRegister(email))).Why!.Code);

    [Fact]
    public async Task Asking_over_and_over_fills_nobodys_mailbox()
    {
        var email = NewAddress();
        foreach (var _ in Enumerable.Range(0, 5)) await Ask(email);
        Assert.Single(await Letters(email));
        engine.App.Clock.Now += TimeSpan.FromMinutes(5);
        await Ask(email);
        Assert.Equal(2, (await Letters(email)).Count);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_once_by_the_link()
    {
        var email = await engine.App.Account();
        Assert.False((await engine.App.Send(new AskToRecover(email))).Refused);
        var link = (await engine.App.Letters(email)).Single().Link();
        var (id, token) = (link["id"]!, link["token"]!);
        Assert.Equal("password-short", (await engine.App.Send(new Recover(id, token, "mijikai"))).Why!.Code);
        Assert.False((await engine.App.Send(new Recover(id, token, "atarashii kotoba"))).Refused);
        Assert.Equal("link-over", (await engine.App.Send(new Recover(id, token, "mata atarashii"))).Why!.Code);
        Assert.Contains("account.recovered", await Acts(id));
        Assert.Contains(await engine.App.Letters(email), m => m.Subject.Contains("変わりました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recovering_an_unknown_address_answers_the_same_and_says_so_only_by_mail()
    {
        var email = NewAddress();
        Assert.False((await engine.App.Send(new AskToRecover(email))).Refused);
        Assert.Contains("/account/register", (await engine.App.Letters(email)).Single().Body, StringComparison.Ordinal);
    }

    async Task Ask(string email) => Assert.False((await engine.App.Send(new AskToRegister(email))).Refused);

    Task<IReadOnlyList<WaitingLetter>> Letters(string email) => engine.App.Letters(email);

    async Task<string> TicketFor(string email) => (await Letters(email)).Single().Link()["ticket"]!;

    Task<List<string>> Acts(string id) => engine.App.With(db => db.AuditEntries.Where(e => e.Subject == $"account:{id}").OrderBy(e => e.Sequence).Select(e => e.Name).ToListAsync());

    static string NewAddress() => People.NewAddress();
}

public sealed class RegisteringOnSqlite(OnSqlite engine) : RegisteringTests(engine), IClassFixture<OnSqlite>;

public sealed class RegisteringOnPostgres(OnPostgres engine) : RegisteringTests(engine), IClassFixture<OnPostgres>;
