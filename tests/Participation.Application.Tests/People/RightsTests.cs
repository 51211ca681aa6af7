using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Plans;
using Participation.Application.Spaces;
using Participation.Data.People;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class RightsTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task An_account_may_nothing_until_it_is_given_a_role_and_nothing_once_it_is_taken()
    {
        var person = await app.Person();
        Assert.Equal([Roles.Citizen], (await May(person)).Roles);
        var grant = (await app.Send(new GiveRole(person, new(Roles.Staff, "異動")), Caller.Operator)).Value;
        Assert.True((await May(person)).IsStaff);
        Assert.False((await app.Send(new TakeRole(grant, "異動"), Caller.Operator)).Refused);
        Assert.False((await May(person)).IsStaff);
        var back = (await app.Send(new GiveRoleBack(grant), Caller.Operator)).Value;
        Assert.NotEqual(grant, back);
        Assert.True((await May(person)).IsStaff);
    }

    [Fact]
    public async Task Another_node_forgets_soon_what_was_taken_here()
    {
        await using var other = await app.Join();
        var person = await app.Person();
        var grant = (await app.Send(new GiveRole(person, new(Roles.Moderator, "見守り")), Caller.Operator)).Value;
        await Wait.Until(async () => (await May(person, other)).IsModerator);
        await app.Send(new TakeRole(grant, "終わり"), Caller.Operator);
        await Wait.Until(async () => !(await May(person, other)).IsModerator);
    }

    [Fact]
    public async Task A_role_begins_and_ends_by_the_clock()
    {
        var person = await app.Person();
        var now = app.Clock.Now;
        await app.Send(new GiveRole(person, new(Roles.Facilitator, "ワークショップ", From: now.AddHours(1), Until: now.AddHours(2))), Caller.Operator);
        Assert.DoesNotContain(Roles.Facilitator, (await May(person)).Roles);
        try
        {
            app.Clock.Now = now.AddHours(1);
            Assert.Contains(Roles.Facilitator, (await May(person)).Roles);
            app.Clock.Now = now.AddHours(2);
            Assert.DoesNotContain(Roles.Facilitator, (await May(person)).Roles);
        }
        finally
        {
            app.Clock.Now = now;
        }
    }

    [Fact]
    public async Task What_is_not_there_is_refused_by_name()
    {
        var person = await app.Person();
        Assert.Equal(Refusal.NotFound, (await app.Send(new GiveRole("nobody", new(Roles.Staff, "理由")), Caller.Operator)).Why);
        Assert.Equal("space-unknown", (await app.Send(new GiveRole(person, new(Roles.Staff, "理由", Space: "nowhere")), Caller.Operator)).Why!.Code);
        Assert.Equal("office-unknown", (await app.Send(new GiveRole(person, new(Roles.Staff, "理由", OfficeId: 4711)), Caller.Operator)).Why!.Code);
        Assert.False((await app.Send(new GiveRole(person, new(Roles.Staff, "理由")), Caller.Operator)).Refused);
        Assert.Equal("role-held", (await app.Send(new GiveRole(person, new(Roles.Staff, "理由")), Caller.Operator)).Why!.Code);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new GiveRole(person, new(Roles.Approver, "理由")), TestApp.Staff)).Why);
    }

    [Fact]
    public async Task Of_two_administrators_one_can_go_and_the_other_stays()
    {
        // The only two who hold it for good: the other tests of this class give it to nobody.
        var grants = new List<Guid>();
        foreach (var person in new[] { await app.Person(), await app.Person() })
            grants.Add((await app.Send(new GiveRole(person, new(Roles.Administrator, "担当")), Caller.Operator)).Value);
        Assert.False((await app.Send(new TakeRole(grants[0], "異動"), Caller.Operator)).Refused);
        Assert.Equal("last-administrator", (await app.Send(new TakeRole(grants[1], "異動"), Caller.Operator)).Why!.Code);
    }

    [Fact]
    public async Task Two_administrators_who_take_each_others_role_at_once_do_not_leave_the_site_without_one()
    {
        await using var alone = await TestApp.Start(app.Database.Provider);
        var (first, second) = (await alone.Person(), await alone.Person());
        async Task<Guid> Give(string person) => (await alone.Send(new GiveRole(person, new(Roles.Administrator, "担当")), Caller.Operator)).Value;
        var grants = new[] { await Give(first), await Give(second) };
        var answers = await Task.WhenAll(grants.Select(grant => Task.Run(() => alone.Send(new TakeRole(grant, "異動"), Caller.Operator))));
        Assert.Single(answers, answer => !answer.Refused);
        Assert.True(Assert.Single(answers, answer => answer.Refused).Why!.Code is "changed-meanwhile" or "last-administrator");
    }

    [Fact]
    public async Task Staff_of_one_space_work_there_and_nowhere_else()
    {
        var (ours, theirs) = (await Space(), await Space());
        var person = await app.Person();
        await app.Send(new GiveRole(person, new(Roles.Staff, "計画の担当", Space: ours)), Caller.Operator);
        var caller = await May(person);
        var (here, there, alone) = (await app.Announce(c => c with { Space = ours }), await app.Announce(c => c with { Space = theirs }), await app.Announce());

        Assert.False((await app.Send(new ListSubmissions(here), caller)).Refused);
        Assert.False((await app.Send(new SaveSpace { Slug = ours, Title = "計画" }, caller)).Refused);
        Assert.False((await app.Send(new SubmitOpinions(here, Sender.Anonymous, [new("窓口で聞いた")], Channel.Counter), caller)).Refused);
        Assert.False((await app.Send(new AnnounceConsultation { Slug = $"c-{Guid.NewGuid():N}", Space = ours, Title = "案", Opens = "2025-12-25", Closes = "2026-01-23" }, caller)).Refused);

        foreach (var slug in new[] { there, alone })
        {
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new ListSubmissions(slug), caller)).Why);
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new BeginAnswering(slug), caller)).Why);
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new GivePopulation { Slug = slug }, caller)).Why);
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new ImportOpinions(slug, [], Channel.Meeting, new(2026, 1, 5)), caller)).Why);
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new ImportPlan(slug, PlanFormat.Markdown, []), caller)).Why);
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new TranslateConsultation(slug, []), caller)).Why);
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new WriteReport(slug, ReportFormat.Csv, Stream.Null), caller)).Why);
            Assert.Equal(Refusal.NotAllowed, (await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("窓口で聞いた")], Channel.Counter), caller)).Why);
        }
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new SaveSpace { Slug = theirs, Title = "計画" }, caller)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new SaveSpace { Slug = "new-one", Title = "計画" }, caller)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new TranslateSpace(theirs, []), caller)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new ImportTimeline(theirs, []), caller)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new AnnounceConsultation { Slug = "lost", Title = "案", Opens = "2025-12-25", Closes = "2026-01-23" }, caller)).Why);
    }

    [Fact]
    public async Task A_token_that_reaches_less_than_work_brings_no_role_and_is_refused_by_name()
    {
        var person = await app.Person();
        await app.Send(new GiveRole(person, new(Roles.Staff, "異動")), Caller.Operator);
        var slug = await app.Announce();
        var rights = app.Services.GetRequiredService<Rights>();
        var (read, submit, work) = (await rights.CallerOf(person, TokenScope.Read, default), await rights.CallerOf(person, TokenScope.Submit, default),
            await rights.CallerOf(person, TokenScope.Work, default));
        var submission = new SubmitOpinions(slug, Sender.Anonymous, [new("よい案です。")]);

        Assert.False((await app.Send(new GetConsultation(slug), read)).Refused);
        Assert.Equal("token-scope", (await app.Send(submission, read)).Why!.Code);
        Assert.False((await app.Send(submission, submit)).Refused);
        Assert.Equal("token-scope", (await app.Send(new ListSubmissions(slug), submit)).Why!.Code);
        // What everybody may ask shows staff more: not to a token that was not meant for work.
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new WriteReport(slug, ReportFormat.Csv, Stream.Null), submit)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(submission with { Channel = Channel.Counter }, submit)).Why);
        Assert.False((await app.Send(new ListSubmissions(slug), work)).Refused);
    }

    [Fact]
    public async Task Who_gave_what_to_whom_is_in_the_audit_trail()
    {
        var person = await app.Person();
        await app.Send(new GiveRole(person, new(Roles.Council, "委嘱")), Caller.Operator);
        var entry = await app.With(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Subject == $"account:{person}"));
        Assert.Equal(("role.given", "operator"), (entry.Name, entry.Actor));
        Assert.DoesNotContain("委嘱", entry.Detail, StringComparison.Ordinal);
    }

    ValueTask<Caller> May(string person, TestApp? node = null) =>
        (node ?? app).Services.GetRequiredService<Rights>().CallerOf(person, TokenScope.Work, CancellationToken.None);

    async Task<string> Space()
    {
        var slug = $"s-{Guid.NewGuid():N}";
        Assert.False((await app.Send(new SaveSpace { Slug = slug, Title = "計画をつくる" }, TestApp.Staff)).Refused);
        return slug;
    }
}

public sealed class RightsOnSqlite(OnSqlite engine) : RightsTests(engine), IClassFixture<OnSqlite>;

public sealed class RightsOnPostgres(OnPostgres engine) : RightsTests(engine), IClassFixture<OnPostgres>;

static class TestPeople
{
    /// <summary>A new account without any role.</summary>
    public static Task<string> Person(this TestApp app, string name = "釜石 花子", string? email = null) => app.With(async db =>
    {
        email ??= $"{Guid.NewGuid():N}@example.jp";
        var user = await app.NewAccount(name, email);
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user.Id;
    });
}
