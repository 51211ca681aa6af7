using Microsoft.EntityFrameworkCore;
using Participation.Application.Audit;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Audit;

public abstract class VerifyAuditTests(DatabaseProvider provider) : IAsyncLifetime
{
    TestApp app = null!;

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "Actor" = 'somebody else' WHERE "Sequence" = 2""", 2)]
    [InlineData("""UPDATE "AuditEntries" SET "At" = "At" + 1 WHERE "Sequence" = 1""", 1)]
    [InlineData("""UPDATE "AuditEntries" SET "Detail" = 'x' WHERE "Sequence" = 4""", 4)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 3""", 3)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 4""", 4)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" < 3""", 1)]
    public async Task What_was_tampered_with_is_found_where_it_is(string sql, long place)
    {
        var slug = await app.Announce();
        for (var i = 0; i < 3; i++) await app.Submit(slug);
        Assert.Equal(new AuditVerdict(4, null), (await Verify()).Value);

        await Tamper(sql);
        Assert.Equal(place, (await Verify()).Value.BrokenAt);
    }

    [Fact]
    public async Task Only_the_person_at_the_console_verifies() =>
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new VerifyAudit(), TestApp.Staff)).Why);

    public async Task InitializeAsync() => app = await TestApp.Start(provider);

    public async Task DisposeAsync() => await app.DisposeAsync();

    Task<Outcome<AuditVerdict>> Verify() => app.Send(new VerifyAudit(), Caller.Operator);

    /// <summary>As somebody would who owns the database and takes its guards away first.</summary>
    async Task Tamper(string sql)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        string[] unguard = provider is DatabaseProvider.Sqlite
            ? ["""DROP TRIGGER "AuditEntries_no_update" """, """DROP TRIGGER "AuditEntries_no_delete" """]
            : ["""ALTER TABLE "AuditEntries" DISABLE TRIGGER ALL"""];
        foreach (var statement in (string[])[.. unguard, sql]) await db.Database.ExecuteSqlRawAsync(statement);
    }
}

public sealed class VerifyAuditOnSqlite() : VerifyAuditTests(DatabaseProvider.Sqlite);

public sealed class VerifyAuditOnPostgres() : VerifyAuditTests(DatabaseProvider.Postgres);
