using Microsoft.Playwright;
using Participation.Browser.Tests.Running;

namespace Participation.Browser.Tests.Errands;

/// <summary>Where reception is poor a page is read before the whole of it is there. What came first stays where it is.</summary>
public sealed class ComingSlowly(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/", 360)]
    [InlineData("/consultations/plan-2030", 360)]
    [InlineData("/consultations/plan-2030/plan", 360)]
    [InlineData("/consultations/plan-2030/plan", 1280)]
    [InlineData("/consultations/plan-2030/submit", 360)]
    public async Task Scripts_that_come_late_move_nothing(string path, int width)
    {
        var page = await site.Visitor(width);
        var painted = new TaskCompletionSource();
        await page.RouteAsync("**/dist/*.js", async route =>
        {
            await painted.Task;
            await route.ContinueAsync();
        });
        await LayoutShifts.Watch(page);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await SlowVisit.FirstPaint(page);
        painted.SetResult();
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Equal(0, await LayoutShifts.Sum(page));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/consultations/plan-2030/submit")]
    [InlineData("/accessibility")]
    [InlineData("/join")]
    public async Task On_a_phone_a_page_that_comes_in_pieces_keeps_its_head_where_it_is(string path)
    {
        await using var slow = await TrickledSite.Of(site.Program.Http);
        var page = await site.Visitor();
        await LayoutShifts.Watch(page);
        await page.GotoAsync(slow.Address + path, new() { WaitUntil = WaitUntilState.Load });
        Assert.Empty(await LayoutShifts.Within(page, "header, .steps"));
    }
}
