using AngleSharp.Html.Parser;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Boards;
using Participation.Application.People;
using Participation.Application.Series;
using Participation.Application.Spaces;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;
using Participation.TestKit;

namespace Participation.Web.Tests.Papers;

/// <summary>People write what no font of ours can print. Whoever then wants a PDF comes back to where its link stands, and learns what to take instead.</summary>
public sealed class PdfLinkTests(PdfLinkTests.Site site) : IClassFixture<PdfLinkTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    const string Party = "🎉";

    [Fact]
    public async Task From_a_workshops_summary_it_leads_back_there()
    {
        var code = await Do(new OpenSession(new("みなとの夜", null, true, false, [new("どんな港町にしたいですか", BoardTemplate.HopesWorries, ["希望", "心配"])], [])));
        var (key, board) = (EditKey.New(), (await Do(new GetBoard(code))).Session.Boards[0].Id);
        await Do(new TakeSeat(code, key.Value));
        await Do(new WriteNote(code, key.Value, Guid.NewGuid(), new NoteDraft(board, 0, $"祭り{Party}")));
        await Do(new PublishSummary(code, true));
        await LeadsBack(site.Http, $"/b/{code}/summary");
    }

    [Fact]
    public async Task From_a_meetings_list_of_people_it_leads_back_there()
    {
        var (space, series) = (await Space(), $"w-{Guid.NewGuid():N}");
        await Do(new SaveSeries(series, space, "まちを話す会", "みんなで"));
        await Do(new SaveMeeting(series, null, new MeetingPlan("港を話す", new(2026, 1, 19), null, new(13, 30), new(16, 0), "市民の家", 30)));
        await Do(new PublishSeries(series));
        await Do(new SignUpAtCounter(series, 1, new("釜石 花子", null, "0193-00-0000", Note: $"楽しみです{Party}")));
        using var staff = await site.SignedIn("staff@example.jp");
        await LeadsBack(staff, $"/staff/series/{series}/meetings/1/people");
    }

    [Fact]
    public async Task From_a_spaces_attendance_it_leads_back_there_however_often_somebody_looked()
    {
        var space = await Space();
        await Do(new AddAttendance(space, "第1回", $"市民の家{Party}", "2025-12-01", "12"));
        // The page is kept for a while, and why a paper is not there is not on it.
        await site.Http.GetStringAsync($"/spaces/{space}/attendance");
        await LeadsBack(site.Http, $"/spaces/{space}/attendance");
        Assert.DoesNotContain("PDFでは", await site.Http.GetStringAsync($"/spaces/{space}/attendance"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_ledger_it_leads_to_where_its_other_forms_are()
    {
        var slug = await site.Announce();
        await site.Submit(slug, $"祭りを続けてほしい{Party}");
        using var staff = await site.SignedIn("staff@example.jp");
        await LeadsBack(staff, $"/staff/consultations/{slug}", $"/staff/consultations/{slug}/ledger");
    }

    static async Task LeadsBack(HttpClient browser, string page, string? file = null)
    {
        file ??= page;
        using var answer = await browser.GetAsync($"{file}.pdf");
        var shown = answer.Headers.Location is { } on ? await browser.GetAsync(on) : answer;
        Assert.Equal(page, shown.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.True(shown.IsSuccessStatusCode);
        var document = new HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync());
        Assert.Contains($"PDFでは書けない文字があります：{Party}", document.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { "docx", "xlsx", "csv" }) Assert.NotNull(document.QuerySelector($"a[href='{file}.{other}']"));
        // A link that saves whatever comes would save that page.
        Assert.False(document.QuerySelector($"a[href='{file}.pdf']")!.HasAttribute("download"));
    }

    async Task<string> Space() => (await Do(new SaveSpace { Slug = $"s-{Guid.NewGuid():N}", Title = "計画づくり" })).Slug;

    /// <summary>As somebody who may do all of it.</summary>
    async Task<T> Do<T>(IRequest<Outcome<T>> request)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = new Caller { ActorId = "staff-1", UserId = "staff-1", Roles = new HashSet<string> { Roles.Staff, Roles.Facilitator } };
        var done = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        Assert.Null(done.Why);
        return done.Value;
    }
}
