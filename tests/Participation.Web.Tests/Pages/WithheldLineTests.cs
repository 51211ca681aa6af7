using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Moderation;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.Pages;

/// <summary>The public list says how many opinions it does not show, and why.</summary>
public sealed class WithheldLineTests(WithheldLineTests.Site site) : IClassFixture<WithheldLineTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    static readonly Caller Moderator = new() { ActorId = "watch", UserId = "watch", Roles = new HashSet<string> { Roles.Moderator } };

    [Fact]
    public async Task The_list_counts_what_it_does_not_show_by_reason_in_each_language()
    {
        var slug = await site.Announce();
        Assert.Null(await Line(slug, "ja"));
        await site.Submit(slug, "駅前に木を。");
        await site.Submit(slug, "http://a.example http://b.example http://c.example");
        foreach (var why in new[] { Withheld.Spam, Withheld.Slander, Withheld.Slander }) await Hide(slug, await Said(slug), why);

        await Says(slug, "ja", "本文を表示していない意見が4件あります。件数には数えています。 確認中 1件、誹謗中傷 2件、宣伝や迷惑行為 1件");
        await Says(slug, "en", "Opinions that are counted but not shown: 4. Why: being looked at (1), slander (2), spam (1)");
        await Says(slug, "ja-easy", "見せていない意見が4件あります。 確かめています 1件、人を傷つける言葉 2件、宣伝など 1件");
        Assert.Equal("5", (await Page(slug, "ja")).QuerySelector("[data-total-count]")!.TextContent);
    }

    [Fact]
    public async Task The_line_follows_what_moderators_decide_and_goes_with_the_last_of_them()
    {
        var slug = await site.Announce();
        var hidden = await Hide(slug, await Said(slug), Withheld.OffRules);
        await Says(slug, "ja", "本文を表示していない意見が1件あります。件数には数えています。 参加のルールに合わない 1件");
        Assert.False((await Send(new DecideOnOpinion(hidden, Verdict.Undo), Moderator)).Refused);
        await Says(slug, "ja", null);
    }

    async Task<long> Said(string slug) => (await site.Submit(slug, "だれかの言葉")).GetProperty("sequence").GetInt64();

    async Task<Guid> Hide(string slug, long sequence, Withheld why)
    {
        Assert.False((await Send(new ReportOpinion(slug, sequence, why, "言いすぎです", "203.0.113.1"), Caller.Anonymous)).Refused);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var id = await db.Opinions.Where(o => o.Sequence == sequence && db.Consultations.Any(c => c.Id == o.ConsultationId && c.Slug == slug)).Select(o => o.Id).SingleAsync();
        Assert.False((await Send(new DecideOnOpinion(id, Verdict.Hide, why), Moderator)).Refused);
        return id;
    }

    async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> ask, Caller caller)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(ask);
    }

    /// <summary>A page may be a moment behind: it follows what this node has heard of.</summary>
    Task Says(string slug, string language, string? line) => Wait.Until(async () => await Line(slug, language) == line);

    async Task<string?> Line(string slug, string language) => (await Page(slug, language)).QuerySelector(".withheld-line")?.TextContent.Trim();

    async Task<IHtmlDocument> Page(string slug, string language)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/consultations/{slug}");
        ask.Headers.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        return new HtmlParser().ParseDocument(await (await site.Http.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }
}
