using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Health;
using Participation.Application.People;
using Participation.Application.Privacy;
using Participation.Data.Engines;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class SealedAccountTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;
    readonly string tag = $"{Guid.NewGuid():N}"[..12];

    string Email => $"{tag}@example.jp";

    [Fact]
    public async Task Neither_a_name_nor_an_address_stands_in_the_database_or_its_files()
    {
        var me = await app.SignedIn(Email);
        Assert.False((await app.Send(new ChangeName($"鵜住居 {tag}"), me)).Refused);
        var account = (await app.Send(new GetAccount(), me)).Value;
        Assert.Equal(($"鵜住居 {tag}", Email), (account.Name, account.Email));

        Assert.Empty(await WholeDatabase.Find(app.Database, tag, "鵜住居 "));
        Assert.False(WholeDatabase.FilesHold(app.Database, tag));
    }

    [Fact]
    public async Task What_was_kept_in_clear_is_found_as_before_and_sealed_at_the_next_start()
    {
        var me = await app.SignedIn(Email);
        await KeepInClear(me);
        Assert.Equal(me.UserId, Assert.Single((await app.Send(new ListPeople(Search: tag), Caller.Operator)).Value.People).Id);
        Assert.False((await app.Send(new AskToRegister(Email))).Refused);
        Assert.Contains("/account/recover", (await app.Letters(Email)).Single().Body, StringComparison.Ordinal);
        await app.Post(Email);

        var sealing = app.Services.GetRequiredService<SenderSealing>();
        Assert.Equal((1, 0), (await sealing.SealAll(default), await sealing.SealAll(default)));
        Assert.Empty(await WholeDatabase.Find(app.Database, tag));
        Assert.False(WholeDatabase.FilesHold(app.Database, tag));
        Assert.Equal(new($"浜 {tag}", Email), await app.OwnerOf(me.UserId!));
        Assert.Equal(me.UserId, await app.Services.AccountOf(Email.ToUpperInvariant()));
    }

    [Fact]
    public async Task Laid_into_another_account_it_does_not_open_and_no_letter_goes_there()
    {
        var (hers, other) = (await app.SignedIn(Email), await app.SignedIn());
        await ByHand($"""UPDATE "AspNetUsers" SET "Sealed" = (SELECT o."Sealed" FROM "AspNetUsers" o WHERE o."Id" = {hers.UserId}) WHERE "Id" = {other.UserId}""");
        Assert.True((await app.OwnerOf(other.UserId!)).Unreadable);
        Assert.Equal("account-key-gone", (await app.Send(new ChangeName("だれか"), other)).Why!.Code);
        Assert.False((await app.Send(new ChangePassword(People.Password, "atarashii kotoba"), other)).Refused);
        Assert.Empty(await app.Letters(Email));
    }

    [Fact]
    public async Task Without_the_keys_nobody_is_found_and_with_them_again_everybody_is()
    {
        var me = await app.SignedIn(Email);
        await using (var without = await app.Join(new EphemeralDataProtectionProvider()))
        {
            Assert.Equal(0, await without.AccountsOf(Email));
            Assert.False((await without.Send(new AskToRecover(Email))).Refused);
            var row = (await without.Send(new ListPeople(Limit: 500), Caller.Operator)).Value.People.Single(p => p.Id == me.UserId);
            Assert.Equal(("", ""), (row.Name, row.Email));
            Assert.False((await without.Send(new GetHealth(), Caller.Operator)).Value.SendersAreReadable);
        }
        Assert.Equal(me.UserId, await app.Services.AccountOf(Email));
    }

    [Fact]
    public async Task The_later_of_two_changes_at_once_is_told_and_neither_is_lost()
    {
        var me = await app.SignedIn(Email);
        await app.With(async db =>
        {
            var accounts = app.Services.GetRequiredService<AccountSeal>();
            var stale = await db.Users.SingleAsync(u => u.Id == me.UserId);
            Assert.False((await app.Send(new ChangeName("先 の 人"), me)).Refused);
            await accounts.Keep(stale, accounts.Open(stale) with { Email = $"later-{Email}" }, default);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            return 0;
        });
        Assert.Equal(new("先 の 人", Email), await app.OwnerOf(me.UserId!));
    }

    [Fact]
    public async Task A_whole_address_is_found_at_once_and_a_part_page_by_page()
    {
        foreach (var n in Enumerable.Range(0, 5)) await app.Person($"片岸 {tag}", $"{tag}-{n}@example.jp");
        Assert.Single((await app.Send(new ListPeople(Search: $"{tag}-3@EXAMPLE.jp"), Caller.Operator)).Value.People);
        var first = (await app.Send(new ListPeople(Search: $"{tag}-", Limit: 3), Caller.Operator)).Value;
        var rest = (await app.Send(new ListPeople(first.Next, $"{tag}-", Limit: 3), Caller.Operator)).Value;
        Assert.Equal((3, 2, null), (first.People.Count, rest.People.Count, rest.Next));
    }

    [Fact]
    public async Task Its_owner_takes_it_away_and_leaves()
    {
        var me = await app.SignedIn(Email);
        var own = JsonSerializer.Serialize((await app.Send(new TakeOwnData(People.Password), me)).Value.Kept["account"]);
        Assert.Contains(Email, own, StringComparison.Ordinal);
        Assert.False((await app.Send(new DeleteAccount(People.Password, Domain.Privacy.Leaving.KeepWords), me)).Refused);
        Assert.Equal(0, await app.AccountsOf(Email));
        Assert.Single(await app.Letters(Email));
    }

    [Fact]
    public async Task For_a_version_from_before_accounts_are_opened_again_and_sealed_by_the_next_start()
    {
        var me = await app.SignedIn(Email);
        Assert.True((await app.Services.GetRequiredService<AccountSealing>().UnsealAll(default)).Opened > 0);
        var row = await app.With(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == me.UserId));
        Assert.Equal(("大槌 はるか", Email, Email.ToUpperInvariant(), null), (row.DisplayName, row.Email, row.NormalizedUserName, row.Sealed));
        await app.Services.GetRequiredService<SenderSealing>().SealAll(default);
        Assert.Equal(me.UserId, await app.Services.AccountOf(Email));
        Assert.Empty(await WholeDatabase.Find(app.Database, tag));
    }

    /// <summary>As a version before seals did.</summary>
    Task KeepInClear(Caller who) => ByHand($"""
        UPDATE "AspNetUsers" SET "Sealed" = NULL, "DisplayName" = {$"浜 {tag}"}, "Email" = {Email}, "UserName" = {Email},
        "NormalizedEmail" = {Email.ToUpperInvariant()}, "NormalizedUserName" = {Email.ToUpperInvariant()} WHERE "Id" = {who.UserId}
        """);

    async Task ByHand(FormattableString sql)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        Assert.Equal(1, await db.Database.ExecuteSqlAsync(sql));
    }
}

public sealed class SealedAccountsOnSqlite(OnSqlite engine) : SealedAccountTests(engine), IClassFixture<OnSqlite>;

public sealed class SealedAccountsOnPostgres(OnPostgres engine) : SealedAccountTests(engine), IClassFixture<OnPostgres>;
