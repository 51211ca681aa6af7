using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Ledger;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class AtTheCounterTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Both_names_at_the_counter_are_recorded_who_spoke_and_who_wrote_it_down()
    {
        var (slug, staff) = (await app.Announce(), await app.Person("総合政策課 はまゆり"));
        var caller = TestApp.Staff with { ActorId = staff, UserId = staff };
        var receipt = (await app.Send(new SubmitOpinions(slug, new Sender("大町 みどり"), [new("窓口で聞きました")], Channel.Counter), caller)).Value;

        var seen = (await app.Send(new GetSubmission(slug, receipt.ReceiptNumber), TestApp.Staff)).Value;
        Assert.Equal((Channel.Counter, "大町 みどり", "総合政策課 はまゆり"), (seen.Channel, seen.Sender.Name, seen.KeyedByName));
        // The trail, which is for ever, holds both as ids.
        var act = await app.With(db => db.AuditEntries.SingleAsync(e => e.Name == "submission.keyed-on-behalf" && e.Subject == $"submission:{receipt.ReceiptNumber}"));
        Assert.Equal(staff, act.Actor);
        Assert.Contains("counter", act.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("みどり", act.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_seen_at_the_counter_is_recorded_with_who_looked_and_nothing_of_what_was_shown()
    {
        var (email, staff) = (People.NewAddress(), await app.Person("市民課 はまゆり"));
        var citizen = await app.SignedIn(email);
        Assert.False((await app.Send(new VerifyAtCounter(email, "大町 みどり", new DateOnly(1980, 5, 5)), TestApp.Staff with { ActorId = staff, UserId = staff })).Refused);
        var act = await app.With(db => db.AuditEntries.SingleAsync(e => e.Name == "eligibility.verified" && e.Subject == $"account:{citizen.UserId}"));
        Assert.Equal(staff, act.Actor);
        Assert.DoesNotContain("1980", act.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_staff_writes_in_anothers_name()
    {
        var (slug, citizen) = (await app.Announce(), await app.SignedIn());
        Assert.True((await app.Send(new SubmitOpinions(slug, new Sender("大町 みどり"), [new("窓口で聞きました")], Channel.Counter), citizen)).Refused);
        Assert.True((await app.Send(new VerifyAtCounter("x@example.jp", "大町 みどり", new DateOnly(1980, 5, 5)), citizen)).Refused);
    }
}

public sealed class AtTheCounterOnSqlite(OnSqlite engine) : AtTheCounterTests(engine), IClassFixture<OnSqlite>;

public sealed class AtTheCounterOnPostgres(OnPostgres engine) : AtTheCounterTests(engine), IClassFixture<OnPostgres>;
