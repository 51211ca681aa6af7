using System.Net;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.Papers;
using Participation.Application.People;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.Papers;

/// <summary>Papers as anybody gets them: what staff masked stands in no page, no file and no file's metadata.</summary>
public abstract class PublicPapersTests(TestSite site)
{
    const string Name = "大澤はまゆり", Address = "みさき町三丁目四番", Phone = "0193-00-9876", Mail = "hamayuri@example.jp";
    const string Letter = $"{Name}と申します。{Address}に住んでいます。歩道を広げてください。電話は{Phone}、メールは{Mail}です。";

    static readonly string[] Personal = [Name, Address, Phone, Mail];

    static readonly Caller Writer = As("writer", Roles.Staff), Colleague = As("colleague", Roles.Staff), Approver = As("approver", Roles.Approver);

    [Fact]
    public async Task A_masked_name_address_telephone_and_mail_are_in_no_page_and_no_file()
    {
        var slug = await Published();
        foreach (var address in Pages(slug))
        {
            var shown = await Shown(address);
            foreach (var words in Personal) Assert.False(shown.Contains(words, StringComparison.Ordinal), $"{words} in {address}");
        }
        // Nor does a search for the name lead here.
        Assert.DoesNotContain(slug, await site.Http.GetStringAsync(new Uri($"/api/v1/search?q={Uri.EscapeDataString(Name)}", UriKind.Relative)), StringComparison.Ordinal);
        foreach (var (address, extension) in Files(slug))
        {
            var file = HandedOut.Everything(await site.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative)), extension);
            // It is read as its readers do: what should be there is found.
            if (address.Contains("result.", StringComparison.Ordinal) || address.Contains("report?", StringComparison.Ordinal)) Assert.Contains("歩道", file, StringComparison.Ordinal);
            foreach (var words in Personal) Assert.False(file.Contains(words, StringComparison.Ordinal), $"{words} in {address}");
        }
    }

    /// <summary>The summary told the name, and nobody had noticed: two editions of it are out.</summary>
    [Fact]
    public async Task What_is_masked_after_the_publication_is_in_no_page_and_no_file_of_any_edition()
    {
        var (slug, receipt) = await Sent();
        await Answering(slug);
        await Draft(slug, $"{Name}さん（電話{Phone}）から、歩道を広げてほしい。");
        await Decide(slug);
        await Publish(slug);
        var row = Assert.Single((await Send(new ListAnswers(slug), Writer)).Value.Items);
        Assert.Null((await Send(new SaveAnswer(slug, new(row.Number, row.Version), row.Summary, $"{Name}さんのご意見を踏まえて進めます。", "反映"), Writer)).Why);
        await Decide(slug);
        await Publish(slug, $"{Name}さんへの考え方を改めました。");
        foreach (var address in Editions(slug)) Assert.Contains(Name, await Shown(address), StringComparison.Ordinal);

        await Mask(slug, receipt, "本人から申し出がありました。");
        // A kept page goes when this node has read of it in the log; one may have been kept later than another.
        foreach (var address in Editions(slug)) await Wait.Until(async () => await Shown(address) is var now && Personal.All(words => !now.Contains(words, StringComparison.Ordinal)));
        foreach (var address in Editions(slug).Concat(Pages(slug)))
        {
            var shown = await Shown(address);
            foreach (var words in Personal) Assert.False(shown.Contains(words, StringComparison.Ordinal), $"{words} in {address}");
            if (address.EndsWith("answers", StringComparison.Ordinal)) Assert.Contains("■■■さん（電話■■■）から、歩道を広げてほしい。", shown, StringComparison.Ordinal);
        }
        foreach (var (address, extension) in Files(slug))
        {
            var file = HandedOut.Everything(await site.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative)), extension);
            foreach (var words in Personal) Assert.False(file.Contains(words, StringComparison.Ordinal), $"{words} in {address}");
        }
    }

    [Fact]
    public async Task A_name_that_stands_in_the_quote_alone_is_hidden_with_the_quote()
    {
        var slug = await Announced();
        var sent = await Send(new SubmitOpinions(slug, new Sender(Name, Address, Mail), [new("歩道を広げてください。", Quote: $"{Name}の家の前")], Channel.Post, new DateOnly(2025, 12, 20)), Writer);
        var opinions = $"/api/v1/consultations/{slug}/opinions";
        Assert.Contains(Name, await Shown(opinions), StringComparison.Ordinal);
        var opinion = (await Send(new GetSubmission(slug, sent.Value.ReceiptNumber), Writer)).Value.Opinions[0];
        Assert.Null((await Send(new MaskOpinion(slug, sent.Value.ReceiptNumber, opinion.Id, [], null, opinion.Version, Quote: true), Writer)).Why);
        foreach (var address in Pages(slug).Where(p => !p.EndsWith("/answers", StringComparison.Ordinal) && !p.EndsWith("/result", StringComparison.Ordinal)))
        {
            var shown = await Shown(address);
            Assert.False(shown.Contains(Name, StringComparison.Ordinal), address);
        }
        Assert.Contains("歩道を広げてください。", await Shown(opinions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_drafted_before_somebody_masked_the_name_is_looked_at_before_it_is_published()
    {
        var (slug, receipt) = await Sent();
        await Answering(slug);
        await Draft(slug, $"{Name}さんから、歩道を広げてほしい。");
        await Mask(slug, receipt);
        await Decide(slug);
        var found = (await Send(new CheckPublication(slug), Writer)).Value.Check.Found;
        Assert.Contains(found, f => f.Words.StartsWith(Name, StringComparison.Ordinal));
        Assert.Equal("personal-data-unseen", (await Send(new PublishResult(slug), Approver)).Why!.Code);
    }

    [Fact]
    public async Task Each_edition_is_drawn_with_the_figures_of_its_day()
    {
        var slug = await Published();
        var row = Assert.Single((await Send(new ListAnswers(slug), Writer)).Value.Items);
        Assert.Null((await Send(new SaveAnswer(slug, new(row.Number, row.Version), row.Summary, "改めて考えました。", "反映"), Writer)).Why);
        await Decide(slug);
        Assert.Null((await Send(new PublishResult(slug, Reason: "区分を改めました。"), Approver)).Why);
        Assert.Equal(("", "1"), await Drawn($"/consultations/{slug}/answers?edition=1"));
        Assert.Equal(("1", ""), await Drawn($"/consultations/{slug}/answers"));
    }

    /// <summary>How many opinions the page's chart and its table give to 反映 and to 参考.</summary>
    async Task<(string Reflected, string ForLater)> Drawn(string address)
    {
        var page = await Shown(address);
        Assert.Contains("<svg class=\"chart\"", page, StringComparison.Ordinal);
        string Of(string code) => Regex.Match(page, $"<th scope=\"row\"[^>]*>{code}</th>\\s*<td class=\"number\">(\\d+)</td>").Groups[1].Value;
        return (Of("反映"), Of("参考"));
    }

    [Fact]
    public async Task A_link_to_a_pdf_that_cant_be_written_leads_to_a_page_that_says_why_and_offers_the_others()
    {
        var slug = await Published("\uD842\uDFB7野家の前の歩道を広げる。");
        var page = await site.Http.GetAsync(new Uri($"/consultations/{slug}/papers/result.pdf", UriKind.Relative));
        Assert.Equal($"/consultations/{slug}/papers", page.RequestMessage!.RequestUri!.AbsolutePath);
        var shown = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        foreach (var words in new[] { "PDFでは書けない文字があります：\uD842\uDFB7", "papers/result.docx", "papers/result.csv" }) Assert.Contains(words, shown, StringComparison.Ordinal);
        var problem = await site.Http.GetAsync(new Uri($"/api/v1/consultations/{slug}/report?kind=result&format=pdf", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, problem.StatusCode);
        // Somebody else's sentence in the address is not ours to say.
        Assert.DoesNotContain("電話ください", WebUtility.HtmlDecode(await site.Http.GetStringAsync(new Uri($"/consultations/{slug}/papers?why=font-lacks&with=電話ください", UriKind.Relative))), StringComparison.Ordinal);
    }

    async Task<string> Published(string? summary = null)
    {
        var (slug, receipt) = await Sent();
        await Mask(slug, receipt);
        await Answering(slug);
        await Draft(slug, summary);
        await Decide(slug);
        await Publish(slug);
        return slug;
    }

    /// <summary>Whatever was found, somebody said that it is none.</summary>
    async Task Publish(string slug, string? reason = null)
    {
        var found = (await Send(new CheckPublication(slug), Writer)).Value.Check.Found.Count;
        Assert.Null((await Send(new PublishResult(slug, found, reason), Approver)).Why);
    }

    /// <summary>A letter that came in time and is keyed in after the close.</summary>
    async Task<(string Slug, string Receipt)> Sent()
    {
        var slug = await Announced();
        var sent = await Send(new SubmitOpinions(slug, new Sender(Name, Address, Mail), [new(Letter, Quote: $"{Name}の家の前")], Channel.Post, new DateOnly(2025, 12, 20)), Writer);
        Assert.Equal(SubmissionStatus.Accepted, sent.Value.Status);
        return (slug, sent.Value.ReceiptNumber);
    }

    async Task<string> Announced()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        var call = new AnnounceConsultation { Slug = slug, Title = "後期基本計画（案）", Opens = "2025-11-25", Closes = "2025-12-25", ReflectionCodes = ["反映", "参考"] };
        Assert.Null((await Send(call, Writer)).Why);
        return slug;
    }

    /// <param name="why">Needed once the result is published.</param>
    async Task Mask(string slug, string receipt, string? why = null)
    {
        foreach (var words in Personal)
        {
            var opinion = (await Send(new GetSubmission(slug, receipt), Writer)).Value.Opinions[0];
            Assert.Null((await Send(new MaskOpinion(slug, receipt, opinion.Id, opinion.Masked, words, opinion.Version, Why: why), Writer)).Why);
        }
    }

    async Task Answering(string slug)
    {
        Assert.Null((await Send(new BeginAnswering(slug), Writer)).Why);
        Assert.Null((await Send(new LayOutAnswers(slug), Writer)).Why);
    }

    /// <param name="summary">Null for what stands there by itself.</param>
    async Task Draft(string slug, string? summary)
    {
        var row = Assert.Single((await Send(new ListAnswers(slug), Writer)).Value.Items);
        Assert.Null((await Send(new SaveAnswer(slug, new(row.Number, row.Version), summary ?? row.Summary, "ご意見を踏まえて進めます。", "参考"), Writer)).Why);
    }

    async Task Decide(string slug)
    {
        Assert.Null((await Send(new CheckAnswers(slug, await Seen(slug)), Colleague)).Why);
        Assert.Null((await Send(new ApproveAnswers(slug, await Seen(slug)), Approver)).Why);
    }

    async Task<IReadOnlyList<AnswerSeen>> Seen(string slug) => [.. (await Send(new ListAnswers(slug), Writer)).Value.Items.Select(r => new AnswerSeen(r.Number, r.Version))];

    /// <summary>As a reader reads it, whatever is written as &amp;#x5927; or \u5927.</summary>
    async Task<string> Shown(string address)
    {
        var sent = await site.Http.GetStringAsync(new Uri(address, UriKind.Relative));
        return address.Contains("/api/", StringComparison.Ordinal) ? Regex.Unescape(sent) : WebUtility.HtmlDecode(sent);
    }

    static IEnumerable<string> Editions(string slug) =>
        [$"/consultations/{slug}/answers", $"/consultations/{slug}/answers?edition=1", $"/consultations/{slug}/answers?edition=2"];

    static IEnumerable<string> Pages(string slug) =>
    [
        "/", $"/consultations/{slug}", $"/consultations/{slug}/answers", $"/consultations/{slug}/results", $"/consultations/{slug}/opinions",
        $"/search?q={Uri.EscapeDataString("歩道")}", $"/api/v1/search?q={Uri.EscapeDataString("歩道")}",
        $"/api/v1/consultations/{slug}/opinions", $"/api/v1/consultations/{slug}/result", $"/api/v1/consultations/{slug}/results",
    ];

    static IEnumerable<(string Address, string Extension)> Files(string slug)
    {
        foreach (var extension in Enum.GetValues<ReportFormat>().Select(f => f.ToString().ToLowerInvariant()))
        {
            foreach (var kind in Enum.GetValues<PaperKind>()) yield return ($"/consultations/{slug}/papers/{kind.ToString().ToLowerInvariant()}.{extension}", extension);
            yield return ($"/api/v1/consultations/{slug}/report?format={extension}", extension);
        }
    }

    async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request, Caller caller)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    static Caller As(string name, string role) => new() { ActorId = name, UserId = name, Roles = new HashSet<string> { role } };
}

public sealed class PublicPapersOnSqlite(SiteOnSqlite site) : PublicPapersTests(site), IClassFixture<SiteOnSqlite>;

public sealed class PublicPapersOnPostgres(SiteOnPostgres site) : PublicPapersTests(site), IClassFixture<SiteOnPostgres>;
