using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Outcomes;
using Participation.TestKit;
using static Participation.Application.Tests.Answering.Answers;

namespace Participation.Application.Tests.Answering;

public abstract class ResultMaskTests(EngineFixture engine)
{
    const string Name = "大澤はまゆり", Text = $"{Name}です。歩道を広げてください。", Asked = "本人から申し出がありました。";

    readonly TestApp app = engine.App;

    [Fact]
    public async Task What_is_masked_after_the_publication_is_masked_in_the_result_and_the_edition_stays_as_it_was()
    {
        var (slug, receipt) = await Published();
        var before = await Stored(slug);
        var opinion = (await app.Send(new GetSubmission(slug, receipt.ReceiptNumber), Writer)).Value.Opinions[0];
        var refused = (await app.Send(new MaskOpinion(slug, receipt.ReceiptNumber, opinion.Id, [], Name, opinion.Version), Writer)).Why!;
        Assert.Equal(("required", "maskWhy"), (refused.Code, Assert.Single(refused.Faults).Field));
        Assert.Null((await app.Send(new MaskOpinion(slug, receipt.ReceiptNumber, opinion.Id, [], Name, opinion.Version, Why: Asked), Writer)).Why);

        var shown = (await app.Send(new GetPublishedResult(slug))).Value;
        Assert.Equal(("■■■さんから、歩道を広げてほしい。", true), (shown.Page[0].Summary, shown.HiddenSince is not null));
        var own = (await app.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value;
        Assert.DoesNotContain(Name, own.Opinions.Single().Answers!.Single().Summary, StringComparison.Ordinal);
        // What council and committee were shown by its hash is what it was.
        Assert.Equal(before, await Stored(slug));
        Assert.Equal(before.Hash, shown.Hash);
        var kept = Assert.Single((await app.Send(new GetResultMasks(slug), Writer)).Value.Masks);
        Assert.Equal((Name, Asked), (kept.Words, kept.Reason));
        Assert.Contains(Name, Assert.Single(kept.Places).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_result_alone_is_hidden_there_and_shown_again_each_with_a_reason()
    {
        var (slug, _) = await Published();
        Assert.Equal("required", (await app.Send(new MaskResult(slug, [Name], " "), Writer)).Why!.Code);
        Assert.Equal("words-too-short", (await app.Send(new MaskResult(slug, ["大"], Asked), Writer)).Why!.Code);
        Assert.Equal("words-not-published", (await app.Send(new MaskResult(slug, ["別の人"], Asked), Writer)).Why!.Code);
        Assert.Null((await app.Send(new MaskResult(slug, [Name, "大澤"], Asked), Writer)).Why);
        Assert.Equal("words-not-published", (await app.Send(new MaskResult(slug, [Name], Asked), Writer)).Why!.Code);
        // One mask where two overlap.
        Assert.StartsWith("■■■さん", (await app.Send(new GetPublishedResult(slug))).Value.Page[0].Summary, StringComparison.Ordinal);

        var masks = (await app.Send(new GetResultMasks(slug), Writer)).Value.Masks.Select(m => m.Id).ToList();
        Assert.Equal("required", (await app.Send(new UnmaskResult(slug, masks, null), Writer)).Why!.Code);
        Assert.Null((await app.Send(new UnmaskResult(slug, masks, "別の人の名前でした。"), Writer)).Why);
        var shown = (await app.Send(new GetPublishedResult(slug))).Value;
        Assert.Equal(($"{Name}さんから、歩道を広げてほしい。", (DateTimeOffset?)null), (shown.Page[0].Summary, shown.HiddenSince));
        Assert.All((await app.Send(new GetResultMasks(slug), Writer)).Value.Masks, m => Assert.Equal("別の人の名前でした。", m.LiftReason));
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new UnmaskResult(slug, masks, "もう一度"), Writer)).Why);
    }

    [Fact]
    public async Task Masked_words_that_stand_in_the_result_still_are_offered_by_row_and_edition()
    {
        var (slug, receipt) = await Published();
        var opinion = (await app.Send(new GetSubmission(slug, receipt.ReceiptNumber), Writer)).Value.Opinions[0];
        Assert.Null((await app.Send(new MaskOpinion(slug, receipt.ReceiptNumber, opinion.Id, [], Name, opinion.Version, Why: Asked, InResult: false), Writer)).Why);
        Assert.Contains(Name, (await app.Send(new GetPublishedResult(slug))).Value.Page[0].Summary, StringComparison.Ordinal);
        var offered = Assert.Single((await app.Send(new GetResultMasks(slug), Writer)).Value.Offered);
        Assert.Equal((Name, 1, 1), (offered.Words, offered.Places[0].Edition, offered.Places[0].Number));
    }

    [Fact]
    public async Task A_correction_that_would_say_hidden_words_anew_is_looked_at_and_shows_them_hidden()
    {
        var (slug, _) = await Published();
        Assert.Null((await app.Send(new MaskResult(slug, [Name], Asked), Writer)).Why);
        var row = (await app.Board(slug)).Items[0];
        await app.Send(new SaveAnswer(slug, new(row.Number, row.Version), row.Summary, "改めて考えました。", "参考"), Writer);
        await app.ApproveAll(slug);
        Assert.Contains((await app.Send(new CheckPublication(slug), Writer)).Value.Check.Found, f => f.Words == Name);
        await Publish(slug, "考え方を改めました。");
        Assert.Equal(("■■■さんから、歩道を広げてほしい。", 2), ((await app.Send(new GetPublishedResult(slug))).Value is var shown ? shown.Page[0].Summary : "", shown.Edition));
    }

    [Fact]
    public async Task The_trail_keeps_who_hid_something_and_not_what()
    {
        var (slug, _) = await Published();
        Assert.Null((await app.Send(new MaskResult(slug, [Name], Asked), Writer)).Why);
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        var trail = await db.AuditEntries.AsNoTracking().Where(a => a.Subject == $"consultation:{slug}").ToListAsync();
        Assert.Contains(trail, a => a.Name == "result.masked" && a.Actor == Writer.ActorId);
        Assert.DoesNotContain(trail, a => a.Detail.Contains(Name, StringComparison.Ordinal));
    }

    /// <summary>Its one summary tells who wrote.</summary>
    async Task<(string Slug, Receipt Receipt)> Published()
    {
        var (slug, receipts) = await app.Answering(Text);
        var row = (await app.Board(slug)).Items[0];
        Assert.False((await app.Send(new SaveAnswer(slug, new(row.Number, row.Version), $"{Name}さんから、歩道を広げてほしい。", "ご意見を踏まえて進めます。", "参考"), Writer)).Refused);
        await app.ApproveAll(slug);
        await Publish(slug);
        return (slug, receipts[0]);
    }

    async Task Publish(string slug, string? reason = null)
    {
        var found = (await app.Send(new CheckPublication(slug), Writer)).Value.Check.Found.Count;
        Assert.False((await app.Send(new PublishResult(slug, found, reason), Approver)).Refused);
    }

    async Task<(string Hash, string Summary)> Stored(string slug)
    {
        await using var db = DatabaseFactory.ForMigrating(app.Database);
        var call = await db.Consultations.AsNoTracking().SingleAsync(c => c.Slug == slug);
        var edition = await db.Editions.AsNoTracking().Include(e => e.Rows).SingleAsync(e => e.ConsultationId == call.Id);
        return (edition.Hash, Assert.Single(edition.Rows).Summary);
    }
}

public sealed class ResultMasksOnSqlite(OnSqlite engine) : ResultMaskTests(engine), IClassFixture<OnSqlite>;

public sealed class ResultMasksOnPostgres(OnPostgres engine) : ResultMaskTests(engine), IClassFixture<OnPostgres>;
