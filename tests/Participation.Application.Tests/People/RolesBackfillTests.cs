using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public sealed class RolesBackfillTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Roles_and_tokens_from_before_there_were_grants_open_what_they_did(DatabaseProvider provider)
    {
        await using var app = await TestApp.Start(provider);
        var (staff, citizen) = (await app.Person(), await app.Person());
        // What an earlier version could not read is not lost without a word (GoingBackTests): so it is opened first, as a city would.
        await app.Services.GetRequiredService<AccountSealing>().UnsealAll(default);
        await app.StopWorking();
        await using (var db = DatabaseFactory.ForMigrating(app.Database))
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("Accounts");
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "AspNetRoles" ("Id", "Name", "NormalizedName") VALUES ('r1', 'staff', 'STAFF'), ('r2', 'citizen', 'CITIZEN')""");
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "AspNetUserRoles" ("UserId", "RoleId") VALUES ({staff}, 'r1'), ({citizen}, 'r2')""");
            foreach (var token in new[] { "one", "two" })
                await db.Database.ExecuteSqlAsync($"""INSERT INTO "ApiTokens" ("Hash", "UserId", "CreatedAt") VALUES ({ApiToken.HashOf(token)}, {staff}, 0)""");
            await migrator.MigrateAsync();
        }

        await using var afterwards = await app.Join();
        afterwards.Clock.Now = DateTimeOffset.MaxValue.AddYears(-1);
        var rights = afterwards.Services.GetRequiredService<Rights>();
        Assert.True((await rights.CallerOf(staff, TokenScope.Work, default)).IsStaff);
        Assert.Equal([Roles.Citizen], (await rights.CallerOf(citizen, TokenScope.Work, default)).Roles);
        // Written by hand in the migration, so read as the program reads it.
        var grant = await afterwards.With(db => db.RoleGrants.AsNoTracking().SingleAsync());
        Assert.False((await afterwards.Send(new TakeRole(grant.Id, "異動"), Caller.Operator)).Refused);
        var tokens = await afterwards.With(db => db.ApiTokens.AsNoTracking().ToListAsync());
        Assert.Equal(2, tokens.Select(t => t.Id).Distinct().Count());
        Assert.All(tokens, token => Assert.Equal((TokenScope.Work, null), (token.Scope, token.ExpiresAt)));
        var owner = new Caller { ActorId = staff, UserId = staff };
        Assert.False((await afterwards.Send(new RevokeToken(tokens[0].Id), owner)).Refused);
    }
}
