using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Audit;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Application.Sealing;
using Participation.Application.Tests.Mail;
using Participation.Application.Tests.People;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Data.People;
using Participation.Domain.Consultations;
using Participation.Domain.Eligibility;
using Participation.Domain.Mail;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

/// <summary>With a key ring that is really rotated, and whose old key is really revoked.</summary>
public abstract class ResealingTests(DatabaseProvider provider) : IAsyncLifetime
{
    static readonly Sender Kamome = new("平田 かもめ", "平田町", "kamome@example.jp");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("participation-keys-");
    readonly List<IAsyncDisposable> open = [];
    TestApp app = null!;
    Guid old;

    public async Task InitializeAsync()
    {
        var ring = Ring();
        app = await TestApp.Start(provider, ring.GetRequiredService<IDataProtectionProvider>());
        old = new(ring.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect([]).AsSpan(4, 16));
    }

    public async Task DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(open)) await one.DisposeAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task All_that_an_old_key_sealed_is_sealed_anew_and_the_old_key_can_be_revoked()
    {
        var slug = await app.Announce();
        var receipt = await SealedSenderTests.Send(app, slug, Kamome);
        var email = People.People.NewAddress();
        var me = await app.SignedIn(email);
        var mail = await app.Queue(new("kamome@example.jp", "題", "本文"), change: m => m.SetAside("smtp-550"));
        await UseApp(app, me, "JBSWY3DPEHPK3PXP");
        await app.With(async db =>
        {
            db.Add(new PostedCode(me.UserId!, [1], [2], app.Services.GetRequiredService<PersonKeys>().Seal("平田町"), app.Clock.Now));
            return await db.SaveChangesAsync();
        });
        var scan = await app.Services.GetRequiredService<SealedScans>().Put([1, 2, 3], default);

        var node = await Rotate();
        var resealing = node.Services.GetRequiredService<Resealing>();
        Assert.Equal(
            ["accounts", "authenticator apps", "letters", "letters with a code", "senders", "the key of hashes"], (await resealing.NeedsOf(old, default)).Keys);
        Assert.Equal((6, 0), (await resealing.ResealDue(default), await resealing.ResealDue(default)));
        Assert.Empty(await resealing.NeedsOf(old, default));

        var later = await Revoke();
        Assert.Equal(Kamome, Assert.Single((await later.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items).Sender);
        Assert.Equal(Kamome, (await later.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value.Sender);
        Assert.Single((await later.Send(new FindSender(slug, "平田かもめ"), TestApp.Staff)).Value.Items);
        Assert.Equal(me.UserId, await later.Services.AccountOf(email));
        Assert.Equal(email, (await later.Send(new GetAccount(), me)).Value.Email);
        Assert.Equal("題", (await later.Letters("kamome@example.jp")).Single().Subject);
        Assert.Equal("JBSWY3DPEHPK3PXP", await AppOf(later, me));
        Assert.Equal("平田町", later.Services.GetRequiredService<PersonKeys>().Open(await later.With(db => db.PostedCodes.Select(c => c.Letter!).SingleAsync())));
        Assert.Null((await later.Send(new VerifyAudit(), Caller.Operator)).Value.BrokenAt);
        Assert.NotNull(scan);
    }

    [Fact]
    public async Task A_round_is_bounded_and_the_next_goes_on_where_it_stood()
    {
        var slug = await app.Announce();
        foreach (var _ in Enumerable.Range(0, 5)) await SealedSenderTests.Send(app, slug, Kamome);
        var resealing = (await Rotate()).Services.GetRequiredService<Resealing>();
        // The key of hashes is one of them.
        List<int> rounds = [];
        while (rounds is not [.., 0]) rounds.Add(await resealing.ResealDue(default, 2));
        Assert.Equal([3, 2, 1, 0], rounds);
    }

    [Fact]
    public async Task What_does_not_open_stays_as_it_is_and_holds_nothing_up()
    {
        var slug = await app.Announce();
        foreach (var _ in Enumerable.Range(0, 3)) await SealedSenderTests.Send(app, slug, Kamome);
        await app.SignedIn();
        await ByHand("""UPDATE "AspNetUsers" SET "Sealed" = {0}""", 1, (object)new byte[64]);
        var node = await Rotate();
        Assert.Equal(4, await node.Services.GetRequiredService<Resealing>().ResealDue(default));
        Assert.Empty(await node.Services.GetRequiredService<Resealing>().NeedsOf(old, default));
    }

    [Fact]
    public async Task A_seal_laid_over_another_tells_the_same_sender_or_is_not_read()
    {
        var slug = await app.Announce();
        var receipt = await SealedSenderTests.Send(app, slug, Kamome);
        // As somebody would who has the keys and the table.
        Assert.True(ReceiptNumber.TryParse(receipt.ReceiptNumber, out var number));
        var other = (await app.Services.GetRequiredService<SenderSeal>().Seal(number, Kamome with { Name = "別の人" }, default))!;
        await ByHand("""UPDATE "Contacts" SET "Sealed" = {0}""", 1, (object)other.Sealed);
        Assert.True(Assert.Single((await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items).Sender.Unreadable);
        // Nor is it taken up by the round.
        var node = await Rotate();
        await node.Services.GetRequiredService<Resealing>().ResealDue(default);
        Assert.Equal(1, (await node.Services.GetRequiredService<Resealing>().NeedsOf(old, default))["senders"]);
    }

    [Theory]
    [InlineData("""UPDATE "Contacts" SET "Print" = "NameKey" """)]
    [InlineData("""UPDATE "Contacts" SET "Print" = NULL""")]
    [InlineData("""UPDATE "Contacts" SET "NameKey" = "EmailKey" """)]
    [InlineData("""UPDATE "Contacts" SET "EmailKey" = NULL""")]
    [InlineData("""UPDATE "Contacts" SET "Sealed" = NULL""")]
    [InlineData("""UPDATE "Contacts" SET "Name" = 'だれか'""")]
    public async Task Nothing_but_the_seal_of_a_sender_is_ever_written_again(string change)
    {
        await SealedSenderTests.Send(app, await app.Announce(), Kamome);
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(change));
        Assert.Contains("only ever added to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_sealed_before_there_were_prints_gets_one_at_the_next_start_and_once()
    {
        var slug = await app.Announce();
        var receipt = await app.Submit(slug);
        Assert.True(ReceiptNumber.TryParse(receipt.ReceiptNumber, out var number));
        var kept = (await app.Services.GetRequiredService<SenderSeal>().Seal(number, Kamome, default))!;
        await ByHand("""INSERT INTO "Contacts" ("SubmissionId", "Sealed") SELECT "Id", {0} FROM "Submissions" """, 1, kept.Sealed);
        await app.Services.GetRequiredService<SenderSealing>().SealAll(default);
        Assert.Equal(kept.Print, await app.With(db => db.Contacts.Select(k => k.Print).SingleAsync()));
        Assert.Equal(Kamome, Assert.Single((await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items).Sender);
    }

    [Fact]
    public async Task A_scan_is_sealed_anew_under_its_own_name()
    {
        var scans = app.Services.GetRequiredService<SealedScans>();
        var name = await scans.Put([1, 2, 3], default);
        var ring = Ring();
        ring.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        var protection = Ring().GetRequiredService<IDataProtectionProvider>();
        var there = new SealedScans(app.Services.GetRequiredService<Data.Ledger.ScanStore>(), protection);
        Assert.False(await there.IsSealedBy(name, SealKey.Newest(protection), default));
        Assert.True(await there.Reseal(name, default));
        Assert.True(await there.IsSealedBy(name, SealKey.Newest(protection), default));
        await using var read = (await there.Open(name, default))!;
        Assert.Equal([1, 2, 3], ((MemoryStream)read).ToArray());
    }

    async Task<TestApp> Rotate()
    {
        Ring().GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        return await Join();
    }

    async Task<TestApp> Revoke()
    {
        Ring().GetRequiredService<IKeyManager>().RevokeKey(old, "seen");
        return await Join();
    }

    /// <summary>A node that reads the ring as it is now.</summary>
    async Task<TestApp> Join()
    {
        var node = await app.Join(Ring().GetRequiredService<IDataProtectionProvider>());
        open.Add(node);
        return node;
    }

    ServiceProvider Ring()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDataProtection().SetApplicationName("Participation").PersistKeysToFileSystem(folder);
        var ring = services.BuildServiceProvider();
        open.Add(ring);
        return ring;
    }

    static async Task UseApp(TestApp app, Caller who, string key)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var store = (IUserAuthenticatorKeyStore<User>)scope.ServiceProvider.GetRequiredService<IUserStore<User>>();
        await store.SetAuthenticatorKeyAsync(await db.Users.SingleAsync(u => u.Id == who.UserId), key, default);
        await db.SaveChangesAsync();
    }

    static async Task<string?> AppOf(TestApp app, Caller who)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var store = (IUserAuthenticatorKeyStore<User>)scope.ServiceProvider.GetRequiredService<IUserStore<User>>();
        return await store.GetAuthenticatorKeyAsync(await db.Users.SingleAsync(u => u.Id == who.UserId), default);
    }

    async Task ByHand(string sql, int rows, params object[] values)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        Assert.Equal(rows, await db.Database.ExecuteSqlRawAsync(sql, values));
    }
}

public sealed class ResealingOnSqlite() : ResealingTests(DatabaseProvider.Sqlite);

public sealed class ResealingOnPostgres() : ResealingTests(DatabaseProvider.Postgres);
