using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Domain.Mail;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class ImportPeopleTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;
    readonly string mark = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Rows_that_can_not_be_taken_are_set_aside_by_name_and_the_rest_goes_on()
    {
        await app.Send(new SaveOffice(null, $"総合政策課 {mark}"), Caller.Operator);
        await app.Person("前からいる人", Email("known"));
        var imported = (await Import("氏名,メールアドレス,役割,担当課",
            $"釜石 花子,{Email("hanako")},職員,総合政策課 {mark}",
            $"釜石 花子,{Email("HANAKO")},職員,総合政策課 {mark}",
            $"大渡 一郎,{Email("ichiro")},職員,どこにもない課",
            $"甲子 二郎,{Email("jiro")},市長,",
            $"名なし,not-an-address,職員,",
            $"小佐野 三郎,{Email("saburo")},進行役,総合政策課 {mark}",
            $"前からいる人,{Email("known")},council,",
            $"両石 四郎,{Email("shiro")},,")).Value;

        Assert.Equal((2, 2), (imported.Added, imported.Given));
        Assert.Equal(
            [(3, "row-twice"), (4, "office-unknown"), (5, "role-unknown"), (6, "email-shape"), (7, "role-without-office")],
            imported.SetAside.Select(r => (r.Line, r.Code)));
        Assert.Equal(Email("ichiro"), imported.SetAside[1].Who);
        Assert.Equal(["hanako", "known", "shiro"], await Names());
    }

    [Fact]
    public async Task Whoever_is_new_gets_one_mail_without_a_secret_and_an_account_nobody_can_enter_yet()
    {
        await Import("name,email,role,office", $"釜石 花子,{Email("hanako")},,");
        var again = (await Import("name,email,role,office", $"釜石 花子,{Email("hanako")},,")).Value;
        Assert.Equal("person-known", Assert.Single(again.SetAside).Code);
        var mail = (await app.Letters(Email("hanako"))).Single();
        Assert.Equal(MailStatus.Waiting, mail.Status);
        Assert.Contains("https://sanka.example.jp/account/recover\n", mail.Body, StringComparison.Ordinal);
        var user = await Person("hanako");
        Assert.Null(user.PasswordHash);
        Assert.False(user.EmailConfirmed);

        await app.Send(new AskToRecover(Email("hanako")));
        var link = (await app.Letters(Email("hanako"))).Single(m => m.Key.StartsWith("recover:", StringComparison.Ordinal)).Link();
        Assert.False((await app.Send(new Recover(link["id"], link["token"], "はまゆりの咲く夏の道 2026"))).Refused);
        Assert.True((await Person("hanako")).EmailConfirmed);
    }

    [Theory]
    [InlineData("name,email", "people-header")]
    [InlineData("name,email,role,office", "csv-empty")]
    public async Task A_file_that_is_no_list_of_people_is_refused_whole(string header, string code) =>
        Assert.Equal(code, (await Import(header)).Why!.Code);

    [Fact]
    public async Task An_import_needs_a_reason() =>
        Assert.Equal("required", (await app.Send(new ImportPeople("name,email,role,office\n"u8.ToArray(), " "), Caller.Operator)).Why!.Code);

    string Email(string name) => $"{name}-{mark}@example.jp";

    Task<Domain.Outcomes.Outcome<PeopleImported>> Import(string header, params string[] rows) =>
        app.Send(new ImportPeople(Encoding.UTF8.GetBytes(string.Join('\n', [header, .. rows, ""])), "名簿から"), Caller.Operator);

    async Task<Data.People.User> Person(string name)
    {
        var id = await app.Services.AccountOf(Email(name));
        return await app.With(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == id));
    }

    async Task<List<string>> Names() => [.. (await app.Send(new ListPeople(Search: mark), Caller.Operator)).Value.People.Select(p => p.Email.Split('-')[0]).Order()];
}

public sealed class ImportPeopleOnSqlite(OnSqlite engine) : ImportPeopleTests(engine), IClassFixture<OnSqlite>;

public sealed class ImportPeopleOnPostgres(OnPostgres engine) : ImportPeopleTests(engine), IClassFixture<OnPostgres>;
