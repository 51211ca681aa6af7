using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Audit;
using Participation.Application.Consultations;
using Participation.Application.Health;
using Participation.Application.Ledger;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Consultations;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class SealedSenderTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;
    readonly string tag = $"{Guid.NewGuid():N}"[..12];

    Sender Kamome => new($"平田 かもめ{tag}", $"釜石市平田町 {tag}", $"{tag}@example.jp", "30代", "平田");

    [Fact]
    public async Task Nothing_of_a_sender_stands_in_the_database_or_its_files()
    {
        var slug = await app.Announce();
        var receipt = await Send(slug, Kamome);
        Assert.Equal(Kamome, (await app.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value.Sender);

        Assert.Empty(await WholeDatabase.Find(app.Database, tag, "平田 かもめ"));
        Assert.False(WholeDatabase.FilesHold(app.Database, tag));
    }

    [Fact]
    public async Task Staff_find_a_sender_by_the_whole_of_a_name_or_an_address_however_it_is_typed()
    {
        var slug = await app.Announce();
        var (hers, his) = (await Send(slug, Kamome), await Send(slug, new($"大町 {tag}")));
        await Send(await app.Announce(), Kamome);
        foreach (var words in new[] { $"平田 かもめ{tag}", $"平田　かもめ{tag.ToUpperInvariant()}", $"平田かもめ{tag}", $" {tag}@EXAMPLE.jp ", $"{tag}＠example.jp" })
            Assert.Equal(hers.ReceiptNumber, Assert.Single((await Find(slug, words)).Items).ReceiptNumber);
        Assert.Equal(his.ReceiptNumber, Assert.Single((await Find(slug, $"大町{tag}")).Items).ReceiptNumber);
        foreach (var part in new[] { "平田", tag, "example.jp" }) Assert.Empty((await Find(slug, part)).Items);

        var noted = await app.With(db => db.AuditEntries.Where(e => e.Name == "sender.looked-for" && e.Subject == $"consultation:{slug}").ToListAsync());
        Assert.Equal(9, noted.Count);
        Assert.DoesNotContain(noted, e => e.Detail.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_is_found_comes_in_pages_by_sequence()
    {
        var slug = await app.Announce();
        var sent = new List<string>();
        for (var i = 0; i < 5; i++) sent.Add((await Send(slug, Kamome)).ReceiptNumber);
        var first = (await app.Send(new FindSender(slug, Kamome.Name, Limit: 3), TestApp.Staff)).Value;
        var second = (await app.Send(new FindSender(slug, Kamome.Name, first.Next!.Value, 3), TestApp.Staff)).Value;
        Assert.Equal(sent, first.Items.Concat(second.Items).Select(f => f.ReceiptNumber));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task What_was_kept_in_clear_is_sealed_at_the_next_start_and_once()
    {
        var slug = await app.Announce();
        var receipt = await app.Submit(slug);
        await KeepInClear(receipt.ReceiptNumber);
        Assert.NotEmpty(await WholeDatabase.Find(app.Database, tag));
        var sealing = app.Services.GetRequiredService<SenderSealing>();
        Assert.Equal((1, 0), (await sealing.SealAll(CancellationToken.None), await sealing.SealAll(CancellationToken.None)));

        Assert.Empty(await WholeDatabase.Find(app.Database, tag));
        Assert.False(WholeDatabase.FilesHold(app.Database, tag));
        var row = Assert.Single((await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items);
        Assert.Equal((Kamome.Name, Kamome.Address, Kamome.Email), (row.Sender.Name, row.Sender.Address, row.Sender.Email));
        Assert.Single((await Find(slug, Kamome.Email!)).Items);
        Assert.Null((await app.Send(new VerifyAudit(), Caller.Operator)).Value.BrokenAt);
    }

    [Fact]
    public async Task Laid_beside_another_submission_it_does_not_open()
    {
        var slug = await app.Announce();
        var (hers, other) = (await Send(slug, Kamome), await app.Submit(slug));
        await ByHand("""
            INSERT INTO "Contacts" ("SubmissionId", "Sealed") SELECT t."Id", k."Sealed" FROM "Submissions" s
            JOIN "Contacts" k ON k."SubmissionId" = s."Id" CROSS JOIN "Submissions" t WHERE s."Number" = {0} AND t."Number" = {1}
            """, Stored(hers.ReceiptNumber), Stored(other.ReceiptNumber));
        var rows = (await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items;
        Assert.Equal([false, true], rows.Select(r => r.Sender.Unreadable));
        Assert.Null(rows[1].Sender.Name);
    }

    Task<Receipt> Send(string slug, Sender sender) => SealedSenderTests.Send(app, slug, sender);

    internal static async Task<Receipt> Send(TestApp app, string slug, Sender sender) => (await app.Send(new SubmitOpinions(slug, sender, [new("港を明るく")]))).Value;

    async Task<Page<FoundSender>> Find(string slug, string words) => (await app.Send(new FindSender(slug, words), TestApp.Staff)).Value;

    /// <summary>As a version before seals did.</summary>
    Task KeepInClear(string receipt) => ByHand(
        """INSERT INTO "Contacts" ("SubmissionId", "Name", "Address", "Email") SELECT "Id", {0}, {1}, {2} FROM "Submissions" WHERE "Number" = {3}""",
        Kamome.Name!, Kamome.Address!, Kamome.Email!, Stored(receipt));

    static string Stored(string receipt) => ReceiptNumber.TryParse(receipt, out var number) ? number.Value : throw new ArgumentException(receipt);

    async Task ByHand(string sql, params object[] values)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(sql, values));
    }
}

public sealed class SealedSendersOnSqlite(OnSqlite engine) : SealedSenderTests(engine), IClassFixture<OnSqlite>;

public sealed class SealedSendersOnPostgres(OnPostgres engine) : SealedSenderTests(engine), IClassFixture<OnPostgres>;

public sealed class KeysTests
{
    static readonly Sender Kamome = new("平田 かもめ", "平田町", "kamome@example.jp");

    [Fact]
    public async Task After_a_rotation_new_senders_are_sealed_with_the_new_key_and_old_ones_are_still_read()
    {
        var folder = Directory.CreateTempSubdirectory("participation-keys-");
        try
        {
            await using var ring = Ring(folder);
            await using var app = await TestApp.Start(DatabaseProvider.Sqlite, ring.GetRequiredService<IDataProtectionProvider>());
            var slug = await app.Announce();
            await SealedSenderTests.Send(app, slug, Kamome);
            var now = DateTimeOffset.UtcNow;
            ring.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));

            await using var later = Ring(folder);
            await using var node = await app.Join(later.GetRequiredService<IDataProtectionProvider>());
            await SealedSenderTests.Send(node, slug, Kamome);
            // Bytes 4 to 20 of what is sealed name the key.
            var kept = await node.With(db => db.Contacts.AsNoTracking().Select(k => k.Sealed!).ToListAsync());
            Assert.Equal(2, kept.Select(k => new Guid(k.AsSpan(4, 16))).Distinct().Count());
            var rows = (await node.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items;
            Assert.All(rows, row => Assert.Equal(Kamome, row.Sender));
            Assert.Equal(2, (await node.Send(new FindSender(slug, "平田かもめ"), TestApp.Staff)).Value.Items.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_lost_key_is_said_plainly_and_opinions_are_taken_in_all_the_same()
    {
        await using var app = await TestApp.Start(DatabaseProvider.Sqlite);
        var slug = await app.Announce();
        await SealedSenderTests.Send(app, slug, Kamome);
        Assert.True((await app.Send(new GetHealth(), Caller.Operator)).Value.SendersAreReadable);

        await using var without = await app.Join(new EphemeralDataProtectionProvider());
        Assert.False((await without.Send(new GetHealth(), Caller.Operator)).Value.SendersAreReadable);
        await SealedSenderTests.Send(without, slug, Kamome);
        var rows = (await without.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items;
        Assert.Equal([(true, null), (false, Kamome.Name)], rows.Select(r => (r.Sender.Unreadable, r.Sender.Name)));
        using var csv = new MemoryStream();
        await without.Send(new WriteReport(slug, ReportFormat.Csv, csv), TestApp.Staff);
        Assert.Contains(PaperWords.Unreadable, Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
        Assert.Equal("sender-key-gone", (await without.Send(new FindSender(slug, "平田"), TestApp.Staff)).Why!.Code);
    }

    static ServiceProvider Ring(DirectoryInfo folder)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDataProtection().SetApplicationName("Participation").PersistKeysToFileSystem(folder);
        return services.BuildServiceProvider();
    }
}
