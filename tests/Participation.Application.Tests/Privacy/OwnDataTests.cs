using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Moderation;
using Participation.Application.People;
using Participation.Application.Privacy;
using Participation.Application.Series;
using Participation.Application.Tests.People;
using Participation.Application.Tests.Series;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Privacy;

public abstract class OwnDataTests(EngineFixture engine)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Its_owner_gets_all_that_is_kept_and_no_secret()
    {
        var email = People.People.NewAddress();
        var me = await app.SignedIn(email);
        var slug = await app.Announce();
        var sender = new Sender("鵜住居 みさき", "釜石市大渡町1-2-3", "misaki@example.jp", null, null);
        var sent = (await app.Send(new SubmitOpinions(slug, sender, [new OpinionDraft("駅前に木を。")]), me)).Value;
        var others = await app.Submit(slug, "ほかの人の意見");
        Assert.False((await app.Send(new ReportOpinion(slug, others.Sequence, Withheld.OffRules, "計画と関係がない", "10.0.0.1"), me)).Refused);
        var token = (await app.Send(new IssueToken("自宅の時計", TokenScope.Read, 30), me)).Value;
        Assert.False((await app.Send(new VerifyAtCounter(email, "鵜住居 みさき", new DateOnly(1990, 4, 1)), TestApp.Staff)).Refused);
        Assert.False((await app.Send(new GiveRole(me.UserId!, new(Roles.Moderator, "夏祭りの係")), Caller.Operator)).Refused);

        app.Clock.Now += TimeSpan.FromSeconds(1);
        var data = await Taken(me);
        var account = data.GetProperty("account");
        Assert.Equal((email, "大槌 はるか"), (account.GetProperty("email").GetString(), account.GetProperty("name").GetString()));
        Assert.Equal(["registered", "dataTaken"], account.GetProperty("log").EnumerateArray().Select(d => d.GetProperty("what").GetString()));
        var own = Assert.Single(data.GetProperty("submissions").EnumerateArray());
        Assert.Equal((sent.ReceiptNumber, "釜石市大渡町1-2-3", "駅前に木を。"),
            (own.GetProperty("receiptNumber").GetString(), own.GetProperty("sender").GetProperty("address").GetString(), own.GetProperty("opinions")[0].GetProperty("text").GetString()));
        Assert.Equal("計画と関係がない", Assert.Single(data.GetProperty("reports").EnumerateArray()).GetProperty("words").GetString());
        Assert.Equal("自宅の時計", Assert.Single(data.GetProperty("tokens").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("夏祭りの係", Assert.Single(data.GetProperty("roles").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Equal(["at", "by", "until"], Assert.Single(data.GetProperty("standing").GetProperty("proofs").EnumerateArray()).EnumerateObject().Select(p => p.Name).Order());

        var whole = data.GetRawText();
        foreach (var secret in new[] { token.Token, sent.ReceiptSecret, "ほかの人の意見", await Hash(me) }) Assert.DoesNotContain(secret, whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ups_made_with_their_mailbox_are_theirs_and_no_others()
    {
        var email = People.People.NewAddress();
        var me = await app.SignedIn(email);
        var (back, coming) = (await app.OpenSeries(), await app.OpenSeries());
        Assert.Null((await app.Send(new SignUpForMeeting(back, 1, new("鵜住居 みさき", email, Note: "今回は行けません")))).Why);
        var (number, secret) = ReceiptOf(Assert.Single(await app.Letters(email)));
        Assert.Null((await app.Send(new WithdrawSignUp(number, secret))).Why);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null((await app.Send(new SignUpForMeeting(coming, 1, new("鵜住居 みさき", email.ToUpperInvariant(), Companions: 1, Note: "車いすで伺います")))).Why);
        foreach (var slug in new[] { back, coming }) Assert.Null((await app.Send(new SignUpForMeeting(slug, 1, new("唐丹 けい", People.People.NewAddress())))).Why);
        var other = (await app.Send(new ListSignUps(coming, 1), TestApp.Staff)).Value.SignUps.Single(s => s.Who!.Name == "唐丹 けい");
        Assert.Null((await app.Send(new RemoveSignUp(coming, 1, other.Id), TestApp.Staff)).Why);

        var data = await Taken(me);
        var own = data.GetProperty("signUps").EnumerateArray().ToList();
        Assert.Equal([("withdrawn", "今回は行けません"), ("confirmed", "車いすで伺います")],
            own.Select(s => (s.GetProperty("status").GetString()!, s.GetProperty("participant").GetProperty("note").GetString()!)));
        Assert.Equal((number, "まちを話す会", "港を話す", "2026-01-19"),
            (own[0].GetProperty("receiptNumber").GetString(), own[0].GetProperty("series").GetString(), own[0].GetProperty("meeting").GetString(), own[0].GetProperty("first").GetString()));
        foreach (var hidden in new[] { secret, "唐丹 けい" }) Assert.DoesNotContain(hidden, data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_shown_that_the_mailbox_is_theirs_gets_no_sign_up_of_it()
    {
        var email = People.People.NewAddress();
        var me = await app.SignedIn(email);
        Assert.Null((await app.Send(new SignUpForMeeting(await app.OpenSeries(), 1, new("鵜住居 みさき", email)))).Why);
        Assert.Single((await Taken(me)).GetProperty("signUps").EnumerateArray());
        await app.With(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == me.UserId)).EmailConfirmed = false;
            return await db.SaveChangesAsync();
        });
        Assert.Empty((await Taken(me)).GetProperty("signUps").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_sits_at_an_open_window_gets_nothing_without_the_password()
    {
        var me = await app.SignedIn();
        Assert.Equal("password-wrong", (await app.Send(new TakeOwnData("guess guess guess"), me)).Why!.Code);
        Assert.Equal(["Registered"], (await app.Send(new GetAccount(), me)).Value.Deeds.Select(d => d.Kind.ToString()));
    }

    [Fact]
    public async Task A_letter_that_waits_shows_its_address_and_not_its_code()
    {
        var me = await app.SignedIn();
        Assert.False((await app.Send(new AskForCode("鵜住居 みさき", new DateOnly(1990, 4, 1), "釜石市大渡町9-9"), me)).Refused);
        var code = (await app.Send(new ListLetters(Limit: 500), TestApp.Staff)).Value.Letters.Single(l => l.Letter.Address == "釜石市大渡町9-9").Letter.Code;
        var data = await Taken(me);
        Assert.Equal("釜石市大渡町9-9", data.GetProperty("standing").GetProperty("letters")[0].GetProperty("address").GetString());
        Assert.DoesNotContain(code, data.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Whoever adds a table about people says here what of it they are shown.</summary>
    [Fact]
    public async Task Every_table_that_names_an_account_belongs_to_a_subject_that_shows_it()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var kept = typeof(TakeOwnData).Assembly.GetType("Participation.Application.Privacy.IKept", throwOnError: true)!;
        var shown = scope.ServiceProvider.GetServices(kept).SelectMany(subject => (IReadOnlyList<Type>)kept.GetProperty("Of")!.GetValue(subject)!).ToHashSet();
        var naming = scope.ServiceProvider.GetRequiredService<AppDbContext>().Model.GetEntityTypes()
            .Where(t => t.FindProperty("UserId") is not null || t.GetForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(User)))
            .Select(t => t.ClrType).ToList();
        Assert.True(naming.Count > 8);
        Assert.Empty(naming.Where(t => !shown.Contains(t)).Select(t => t.Name));
    }

    async Task<JsonElement> Taken(Caller me)
    {
        var taken = await app.Send(new TakeOwnData(People.People.Password), me);
        Assert.False(taken.Refused);
        return JsonSerializer.SerializeToElement(taken.Value.Kept, Json);
    }

    static (string Number, string Secret) ReceiptOf(WaitingLetter letter)
    {
        var link = Regex.Match(letter.Body, @"/sign-ups/(\S+?)\?secret=(\S+)");
        return (link.Groups[1].Value, link.Groups[2].Value);
    }

    Task<string> Hash(Caller me) => app.With(db => db.Users.Where(u => u.Id == me.UserId).Select(u => u.PasswordHash!).SingleAsync());
}

public sealed class OwnDataOnSqlite(OnSqlite engine) : OwnDataTests(engine), IClassFixture<OnSqlite>;

public sealed class OwnDataOnPostgres(OnPostgres engine) : OwnDataTests(engine), IClassFixture<OnPostgres>;
