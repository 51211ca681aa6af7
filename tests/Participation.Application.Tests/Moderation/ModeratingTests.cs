using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Moderation;
using Participation.Application.Search;
using Participation.Application.Tests.People;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Moderation;

public abstract class ModeratingTests(EngineFixture engine)
{
    static readonly Caller One = Moderator("moderator-1"), Other = Moderator("moderator-2");

    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_reported_opinion_is_hidden_with_its_reason_in_its_place_and_counts_as_before()
    {
        var (slug, receipt) = await Said("あの人はうそつきだ");
        var before = (await app.Send(new GetConsultation(slug))).Value.Counts;
        var id = await Report(slug, receipt);
        Assert.False((await app.Send(new DecideOnOpinion(id, Verdict.Hide, Withheld.Slander), One)).Refused);

        var row = Assert.Single((await app.Send(new ListOpinions(slug))).Value.Items);
        Assert.Equal((Withheld.Slander, "", null), (row.Withheld!.Value, row.Text, row.Quote));
        Assert.Equal(1, (await app.Send(new CountWithheld(slug))).Value.ByReason[Withheld.Slander]);
        var after = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((before.Submitters, before.Opinions), (after.Submitters, after.Opinions));
        Assert.Equal("あの人はうそつきだ", (await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items[0].Opinions[0].Text);
        Assert.Equal(Withheld.Slander, (await app.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value.Opinions[0].Withheld);
    }

    [Fact]
    public async Task What_is_hidden_leaves_the_search_and_comes_back_with_a_granted_appeal()
    {
        var (slug, receipt) = await Said($"くじらの話{Guid.NewGuid():N}");
        var word = (await app.Send(new ListOpinions(slug))).Value.Items[0].Text;
        var id = await Report(slug, receipt);
        Assert.Equal(1, await Found(word));
        await app.Send(new DecideOnOpinion(id, Verdict.Hide, Withheld.OffRules), One);
        Assert.Equal(0, await Found(word));
        await app.Send(new AppealHiding(receipt.ReceiptNumber, receipt.ReceiptSecret, receipt.Sequence, "計画の話です"));
        Assert.False((await app.Send(new DecideOnOpinion(id, Verdict.Restore), Other)).Refused);
        Assert.Equal(1, await Found(word));
    }

    [Fact]
    public async Task An_author_appeals_once_to_another_person_and_hears_of_it_by_mail()
    {
        var email = $"{Guid.NewGuid():N}@example.jp";
        var (slug, receipt) = await Said("ひどい話", email);
        var id = await Report(slug, receipt);
        await app.Send(new DecideOnOpinion(id, Verdict.Hide, Withheld.Slander), One);
        var appeal = new AppealHiding(receipt.ReceiptNumber, receipt.ReceiptSecret, receipt.Sequence, "誤解です");
        Assert.Equal(Refusal.NotFound, (await app.Send(appeal with { Secret = "aaaa" })).Why);
        Assert.False((await app.Send(appeal)).Refused);
        Assert.Equal("appeal-once", (await app.Send(appeal)).Why!.Code);
        Assert.DoesNotContain(id, await Queue(One));
        Assert.Equal("appeal-by-another", (await app.Send(new DecideOnOpinion(id, Verdict.Confirm), One)).Why!.Code);
        Assert.False((await app.Send(new DecideOnOpinion(id, Verdict.Confirm), Other)).Refused);
        Assert.Equal(CaseState.Confirmed, (await app.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value.Opinions[0].Case);
        Assert.Equal(2, (await app.Letters(email)).Count);
    }

    [Fact]
    public async Task What_looks_like_spam_is_held_with_a_receipt_and_shown_once_somebody_has_looked()
    {
        var (slug, receipt) = await Said("http://a.example http://b.example http://c.example");
        Assert.Equal(SubmissionStatus.Accepted, receipt.Status);
        var row = Assert.Single((await app.Send(new ListOpinions(slug))).Value.Items);
        Assert.Equal((Withheld.Held, ""), (row.Withheld!.Value, row.Text));
        Assert.Equal(1, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
        var id = await IdOf(slug, receipt.Sequence);
        Assert.Contains(id, await Queue(One));
        Assert.False((await app.Send(new DecideOnOpinion(id, Verdict.Keep), One)).Refused);
        Assert.StartsWith("http", Assert.Single((await app.Send(new ListOpinions(slug))).Value.Items).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_counts_once_and_what_is_hidden_is_not_reported_again()
    {
        var (slug, receipt) = await Said("みんなで歩こう");
        var id = await Report(slug, receipt);
        await Report(slug, receipt);
        await app.Send(Reporting(slug, receipt) with { Network = "203.0.113.9" });
        Assert.Equal(2, (await app.Send(new GetQueue(id), One)).Value.Case!.Reports);
        await app.Send(new DecideOnOpinion(id, Verdict.Hide, Withheld.Spam), One);
        Assert.Equal("already-hidden", (await app.Send(Reporting(slug, receipt) with { Network = "203.0.113.10" })).Why!.Code);
        Assert.Equal(Refusal.NotFound, (await app.Send(Reporting(slug, receipt) with { Sequence = 9999 })).Why);
        Assert.Equal("choice-unknown", (await app.Send(Reporting(slug, receipt) with { Why = Withheld.Held })).Why!.Code);
    }

    [Fact]
    public async Task Whoever_decided_takes_it_back_and_nobody_else_and_the_later_of_two_is_told()
    {
        var (slug, receipt) = await Said("道を広く");
        var id = await Report(slug, receipt);
        var seen = (await app.Send(new GetQueue(id), One)).Value.Case!.Version;
        Assert.False((await app.Send(new DecideOnOpinion(id, Verdict.Hide, Withheld.Spam, seen), One)).Refused);
        Assert.Equal("changed-meanwhile", (await app.Send(new DecideOnOpinion(id, Verdict.Keep, null, seen), Other)).Why!.Code);
        Assert.Equal("nothing-to-undo", (await app.Send(new DecideOnOpinion(id, Verdict.Undo), Other)).Why!.Code);
        Assert.False((await app.Send(new DecideOnOpinion(id, Verdict.Undo), One)).Refused);
        Assert.Equal("道を広く", (await app.Send(new ListOpinions(slug))).Value.Items[0].Text);
        Assert.Contains(id, await Queue(One));
    }

    [Fact]
    public async Task The_citys_own_paper_keeps_the_words_that_are_hidden()
    {
        var (slug, receipt) = await Said("ここだけの話");
        var id = await Report(slug, receipt);
        await app.Send(new DecideOnOpinion(id, Verdict.Hide, Withheld.PersonalData), One);
        using var paper = new MemoryStream();
        await app.Send(new WriteReport(slug, ReportFormat.Csv, paper), TestApp.Staff);
        Assert.Contains("ここだけの話", System.Text.Encoding.UTF8.GetString(paper.ToArray()), StringComparison.Ordinal);
    }

    async Task<(string Slug, Receipt Receipt)> Said(string text, string? email = null)
    {
        var slug = await app.Announce(c => c with { OptionalFields = [SenderField.Email] });
        var receipt = await app.Send(new SubmitOpinions(slug, new Sender(Email: email), [new OpinionDraft(text)]) { Key = Guid.NewGuid().ToString() });
        return (slug, receipt.Value);
    }

    async Task<Guid> Report(string slug, Receipt receipt)
    {
        Assert.False((await app.Send(Reporting(slug, receipt))).Refused);
        return await IdOf(slug, receipt.Sequence);
    }

    static ReportOpinion Reporting(string slug, Receipt receipt) => new(slug, receipt.Sequence, Withheld.Slander, "言いすぎです", "203.0.113.1");

    async Task<List<Guid>> Queue(Caller moderator)
    {
        var waiting = new List<Guid>();
        for (var at = (await app.Send(new GetQueue(), moderator)).Value; at.Case is { } looked && !waiting.Contains(looked.Opinion);)
        {
            waiting.Add(looked.Opinion);
            if (at.Next is not { } next) break;
            at = (await app.Send(new GetQueue(next), moderator)).Value;
        }
        return waiting;
    }

    Task<Guid> IdOf(string slug, long sequence) => app.With(db => db.Opinions
        .Where(o => o.Sequence == sequence && db.Consultations.Any(c => c.Id == o.ConsultationId && c.Slug == slug)).Select(o => o.Id).SingleAsync());

    async Task<int> Found(string word)
    {
        await app.Services.GetRequiredService<SearchIndexer>().CatchUp(0, CancellationToken.None);
        return (await app.Send(new SearchSite($"\"{word}\"", "opinion"))).Value.Groups.Single(g => g.Kind is "opinion").Items.Count;
    }

    static Caller Moderator(string id) => new() { ActorId = id, UserId = id, Roles = new HashSet<string> { Roles.Moderator } };
}

public sealed class ModeratingOnSqlite(OnSqlite engine) : ModeratingTests(engine), IClassFixture<OnSqlite>;

public sealed class ModeratingOnPostgres(OnPostgres engine) : ModeratingTests(engine), IClassFixture<OnPostgres>;
