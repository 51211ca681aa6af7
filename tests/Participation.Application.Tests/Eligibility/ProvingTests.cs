using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Eligibility;
using Participation.Application.Tests.People;
using Participation.Domain.Eligibility;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Eligibility;

public abstract class ProvingTests(EngineFixture engine)
{
    static readonly Caller Administrator = new() { ActorId = "admin-1", UserId = "admin-1", Roles = new HashSet<string> { Roles.Administrator } };
    static readonly DateOnly Born = new(1986, 1, 11);

    readonly TestApp app = engine.App;
    readonly string name = $"佐藤 {Guid.NewGuid():N}";

    [Fact]
    public async Task Whoever_reads_the_mail_of_an_address_is_known_by_that_alone() =>
        Assert.Equal(Standing.Email, await StandingOf(await app.SignedIn()));

    [Fact]
    public async Task A_letter_is_asked_for_printed_posted_and_its_code_typed_in()
    {
        var citizen = await app.SignedIn();
        Assert.False((await app.Send(new AskForCode(name, Born, "甲子町1-2"), citizen)).Refused);
        Assert.Equal("letter-waits", (await app.Send(new AskForCode(name, Born, "甲子町1-2"), citizen)).Why!.Code);
        var letter = Assert.Single((await app.Send(new ListLetters(Limit: 500), TestApp.Staff)).Value.Letters, l => l.Letter.Name == name);
        Assert.Equal("甲子町1-2", letter.Letter.Address);
        Assert.False((await app.Send(new PostLetter(letter.Id), TestApp.Staff)).Refused);
        Assert.DoesNotContain((await app.Send(new ListLetters(Limit: 500), TestApp.Staff)).Value.Letters, l => l.Letter.Name == name);

        Assert.Equal("code-not-it", (await app.Send(new EnterCode("AAAAA-AAAAA"), citizen)).Why!.Code);
        Assert.False((await app.Send(new EnterCode($" {letter.Letter.Code.ToLowerInvariant().Replace("-", "")} "), citizen)).Refused);
        var view = (await app.Send(new GetStanding(), citizen)).Value;
        Assert.Equal((Standing.Resident, Verifier.PostedCode, app.Clock.Now.AddMonths(24)), (view.Standing, view.By!.Value, view.Until!.Value));
        Assert.Equal(1, await app.With(db => db.PostedCodes.Where(c => c.UserId == citizen.UserId).Select(c => c.Tries - 1).SingleAsync()));
    }

    [Fact]
    public async Task Letters_that_wait_no_longer_stand_before_none_that_does()
    {
        var began = app.Clock.Now;
        try
        {
            var (late, tried, waits) = (await app.SignedIn(), await app.SignedIn(), await app.SignedIn());
            await app.Send(new AskForCode($"{name} 一", Born, "甲子町"), late);
            app.Clock.Now += PostedCode.Lifetime;
            await app.Send(new AskForCode($"{name} 二", Born, "甲子町"), tried);
            for (var i = 0; i < PostedCode.TriesAtMost; i++) await app.Send(new EnterCode($"WRONG{i}"), tried);
            await app.Send(new AskForCode($"{name} 三", Born, "甲子町"), waits);
            var first = (await app.Send(new ListLetters(Limit: 1), TestApp.Staff)).Value;
            Assert.Equal(($"{name} 三", null), (Assert.Single(first.Letters).Letter.Name, first.Next));
            app.Clock.Now += TimeSpan.FromMinutes(1);
            await app.Send(new AskForCode($"{name} 四", Born, "甲子町"), late);
            first = (await app.Send(new ListLetters(Limit: 1), TestApp.Staff)).Value;
            Assert.Equal($"{name} 四", Assert.Single((await app.Send(new ListLetters(first.Next), TestApp.Staff)).Value.Letters).Letter.Name);
        }
        finally
        {
            app.Clock.Now = began;
        }
    }

    [Fact]
    public async Task A_code_tried_too_often_is_refused_by_name_and_each_try_counts()
    {
        var citizen = await app.SignedIn();
        await app.Send(new AskForCode(name, Born, "甲子町"), citizen);
        for (var i = 1; i < PostedCode.TriesAtMost; i++) Assert.Equal("code-not-it", (await app.Send(new EnterCode($"WRONG{i}"), citizen)).Why!.Code);
        Assert.Equal("code-tries", (await app.Send(new EnterCode("WRONGX"), citizen)).Why!.Code);
        Assert.Equal(Standing.Email, await StandingOf(citizen));
    }

    [Fact]
    public async Task Staff_confirm_at_the_counter_and_the_same_person_is_not_two()
    {
        var (first, second) = (CitizenAddress(), CitizenAddress());
        var (one, other) = (await app.SignedIn(first), await app.SignedIn(second));
        Assert.False((await app.Send(new VerifyAtCounter(first, name, Born), TestApp.Staff)).Refused);
        Assert.Equal("verified-elsewhere", (await app.Send(new VerifyAtCounter(second, name.Replace(' ', '　'), Born), TestApp.Staff)).Why!.Code);
        Assert.Equal((Standing.Resident, Standing.Email), (await StandingOf(one), await StandingOf(other)));
        Assert.Equal("account-unknown", (await app.Send(new VerifyAtCounter("nobody@example.jp", name, Born), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task A_roll_lets_in_who_stands_in_it_sets_doubled_rows_aside_and_can_be_read_by_nobody()
    {
        var given = (await app.Send(Give($"{name},1986-01-11,17\n鈴木 {name},1990/2/3,\n{name.Replace(" ", "")},1986-01-11,１７\n"), Administrator)).Value;
        Assert.Equal((2, 4), (given.Roll.People, Assert.Single(given.Doubled)));
        var kept = await app.With(db => db.Set<RollEntry>().AsNoTracking().Where(e => e.RollId == given.Roll.Id).Select(e => e.Proof).ToListAsync());
        Assert.All(kept, proof => Assert.Equal(32, proof.Length));

        var citizen = await app.SignedIn();
        Assert.Equal("roll-not-in-it", (await app.Send(new ProveByRoll(name, Born, "18"), citizen)).Why!.Code);
        Assert.False((await app.Send(new ProveByRoll(name, Born, "17"), citizen)).Refused);
        Assert.Equal(Standing.Resident, await StandingOf(citizen));
        Assert.Equal("verified-elsewhere", (await app.Send(new ProveByRoll(name, Born, "17"), await app.SignedIn())).Why!.Code);
    }

    [Fact]
    public async Task A_roll_that_is_closed_proves_nothing_and_guessing_waits()
    {
        var given = (await app.Send(Give($"{name},1986-01-11,\n"), Administrator)).Value;
        await app.Send(new CloseRoll(given.Roll.Id), Administrator);
        var citizen = await app.SignedIn();
        var answers = new List<string>();
        for (var i = 0; i < 8; i++) answers.Add((await app.Send(new ProveByRoll(name, Born, null), citizen)).Why!.Code);
        Assert.Equal("roll-not-in-it", answers[0]);
        Assert.Equal("try-later", answers[^1]);
    }

    [Theory]
    [InlineData(",1986-01-11,\n", "roll-name")]
    [InlineData("佐藤,S61.1.41,\n", "roll-born")]
    [InlineData("", "roll-size")]
    public async Task A_roll_with_a_bad_row_is_refused_by_name(string rows, string code) =>
        Assert.Equal(code, (await app.Send(Give(rows), Administrator)).Why!.Code);

    [Fact]
    public async Task Nobody_is_born_tomorrow() =>
        Assert.Equal("born-unlikely", (await app.Send(new ProveByRoll(name, new(2026, 1, 7), null), await app.SignedIn())).Why!.Code);

    static string CitizenAddress() => People.People.NewAddress();

    static GiveRoll Give(string rows) => new("選挙人名簿", new(2027, 3, 31), Encoding.UTF8.GetBytes("name,born,number\n" + rows));

    async Task<Standing> StandingOf(Caller caller) => (await app.Send(new GetStanding(), caller)).Value.Standing;
}

public sealed class ProvingOnSqlite(OnSqlite engine) : ProvingTests(engine), IClassFixture<OnSqlite>;

public sealed class ProvingOnPostgres(OnPostgres engine) : ProvingTests(engine), IClassFixture<OnPostgres>;
