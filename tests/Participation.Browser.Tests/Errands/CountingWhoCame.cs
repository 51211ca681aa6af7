using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Staff write down how many came to a meeting, without script, and put it right.</summary>
public sealed class CountingWhoCame(Site site) : IClassFixture<Site>
{
    const string Table = "/staff/spaces/plan-making/attendance";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_count_stands_once_though_its_button_is_pressed_twice_and_is_taken_out_when_asked_twice(bool script)
    {
        var (staff, venue) = (await site.Visitor(width: 320, script: script), script ? "東の会館" : "西の会館");
        await staff.SignIn("staff@example.jp", "Kamaishi-2026!");
        await staff.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        await staff.GotoAsync(Table);
        foreach (var (field, words) in new[] { ("venue", venue), ("day", "令和8年1月4日"), ("people", "31") }) await staff.Locator($"#{field}").FillAsync(words);
        // Two presses send the form twice.
        await staff.GetByRole(AriaRole.Button, new() { Name = "追加する", Exact = true }).DblClickAsync();
        await Expect(Row(staff, venue)).ToHaveCountAsync(1);

        await Row(staff, venue).GetByRole(AriaRole.Link, new() { Name = "削除" }).ClickAsync();
        await Expect(staff.GetByText($"「{venue}」令和8年1月4日（日）、31人の記録を削除しますか")).ToBeVisibleAsync();
        if (script) await staff.ShouldFindNothing();
        await staff.ShouldFit();
        await staff.GetByRole(AriaRole.Link, new() { Name = "削除しない" }).ClickAsync();
        await Expect(Row(staff, venue)).ToHaveCountAsync(1);
        await Row(staff, venue).GetByRole(AriaRole.Link, new() { Name = "削除" }).ClickAsync();
        await Press(staff, "削除");
        await Expect(staff.GetByText("記録しました")).ToBeVisibleAsync();
        await Expect(Row(staff, venue)).ToHaveCountAsync(0);
    }

    static ILocator Row(IPage staff, string venue) => staff.Locator("tbody tr").Filter(new() { HasText = venue });

    static Task Press(IPage staff, string button) => staff.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
