using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

/// <summary>What was received is only ever added to, even by a connection that may write.</summary>
public abstract class OriginalsTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Theory]
    [InlineData("""UPDATE "Opinions" SET "Text" = 'x'""")]
    [InlineData("""UPDATE "Opinions" SET "Section" = 'x'""")]
    [InlineData("""DELETE FROM "Opinions" """)]
    [InlineData("""UPDATE "Submissions" SET "ReceivedAt" = 0""")]
    [InlineData("""UPDATE "Submissions" SET "AgeBand" = 'x'""")]
    [InlineData("""UPDATE "Submissions" SET "District" = 'x'""")]
    [InlineData("""UPDATE "Submissions" SET "KeyedBy" = 'x'""")]
    [InlineData("""UPDATE "Submissions" SET "SecretHash" = "SecretHash" """)]
    [InlineData("""DELETE FROM "Submissions" """)]
    [InlineData("""UPDATE "Contacts" SET "Name" = 'x'""")]
    [InlineData("""UPDATE "Contacts" SET "Sealed" = NULL""")]
    // A seal may be laid anew (a key was rotated); what it must tell, the print, may not.
    [InlineData("""UPDATE "Contacts" SET "Print" = NULL""")]
    [InlineData("""UPDATE "Contacts" SET "Print" = "Sealed" """)]
    [InlineData("""UPDATE "Contacts" SET "NameKey" = NULL""")]
    [InlineData("""DELETE FROM "Contacts" """)]
    [InlineData("""UPDATE "AuditEntries" SET "Actor" = 'x'""")]
    [InlineData("""DELETE FROM "AuditEntries" """)]
    [InlineData("""UPDATE "LiveEvents" SET "Data" = 'x'""")]
    [InlineData("""DELETE FROM "LiveEvents" """)]
    [InlineData("""UPDATE "Submissions" SET "Status" = 'Withdrawn', "WithdrawnAt" = 999999999999999999""")]
    [InlineData("""UPDATE "Submissions" SET "Status" = 'Late'""")]
    public async Task They_are_not_changed_even_by_hand(string sql)
    {
        await Submit();
        Assert.IsAssignableFrom<DbException>(await ByHand(sql));
    }

    [Theory]
    [InlineData("Opinions")]
    [InlineData("Submissions")]
    [InlineData("Contacts")]
    [InlineData("AuditEntries")]
    [InlineData("LiveEvents")]
    public async Task A_table_of_them_is_not_emptied_at_a_stroke(string table)
    {
        // SQLite has no such stroke: there it is a DELETE.
        await Submit();
        var sql = app.Database.Provider is DatabaseProvider.Postgres ? $"""TRUNCATE "{table}" CASCADE""" : $"""DELETE FROM "{table}" """;
        Assert.IsAssignableFrom<DbException>(await ByHand(sql));
        Assert.NotEqual(0, await app.With(context => context.Opinions.CountAsync()));
    }

    /// <summary>On a connection with the database's own rights.</summary>
    async Task<Exception?> ByHand(string sql)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        return await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync(sql));
    }

    async Task Submit()
    {
        var sender = new Sender("平田 かもめ", "平田町", AgeBand: "30代", District: "平田");
        Assert.False((await app.Send(new SubmitOpinions(await app.Announce(), sender, [new("港を明るく")]))).Refused);
    }
}

public sealed class OriginalsOnSqlite(OnSqlite engine) : OriginalsTests(engine), IClassFixture<OnSqlite>;

public sealed class OriginalsOnPostgres(OnPostgres engine) : OriginalsTests(engine), IClassFixture<OnPostgres>;
