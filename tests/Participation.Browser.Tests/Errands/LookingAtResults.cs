using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Who spoke, on what, and who has not been heard: for everybody, with and without script.</summary>
public sealed class LookingAtResults(Site site) : IClassFixture<Site>
{
    const string Slug = "plan-2030";
    const string Results = $"/consultations/{Slug}/results";

    [Fact]
    public async Task A_reader_finds_the_figures_without_script_and_takes_them_home()
    {
        await Fill();
        var page = await site.Visitor(width: 320, script: false);
        await page.GotoAsync($"/consultations/{Slug}");
        await page.GetByRole(AriaRole.Link, new() { Name = "集まった意見の内訳" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "地区ごとの人数" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "年代ごとの人数の表" }).GetByText("非公表").First).ToBeVisibleAsync();
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "地区ごとの人数をCSVで保存する" }).ClickAsync());
        Assert.Contains("まとめた区分", await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Letters_of_a_chart_are_never_small_and_never_outside_it(int width, ColorScheme scheme)
    {
        await Fill();
        var page = await site.Visitor(width: width, scheme: scheme);
        await page.GotoAsync(Results);
        await page.ShouldFindNothing();
        await page.ShouldFit();
        var found = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.chart text')].filter(text => {
              const [own, chart] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
              return parseFloat(getComputedStyle(text).fontSize) < 14 || own.left < chart.left - 1 || own.right > chart.right + 1 || own.bottom > chart.bottom + 1;
            }).map(text => text.textContent)
            """);
        Assert.Empty(found);
    }

    [Fact]
    public async Task On_paper_and_in_forced_colours_nothing_is_cut_off()
    {
        await Fill();
        var page = await site.Visitor(width: 768);
        await page.GotoAsync(Results);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var cut = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.result-table')].filter(t => t.scrollHeight > t.clientHeight + 1).length");
        Assert.Equal(0, cut);
        await page.EmulateMediaAsync(new() { Media = Media.Screen, ForcedColors = ForcedColors.Active });
        await page.ShouldFindNothing();
    }

    [Fact]
    public async Task Staff_enter_the_population_and_are_told_by_name_what_can_not_be()
    {
        var page = await site.Visitor(script: false);
        await page.GotoAsync($"/staff/consultations/{Slug}/population");
        await page.GetByLabel("メールアドレス").FillAsync("staff@example.jp");
        await page.GetByLabel("パスワード").FillAsync("Kamaishi-2026!");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await page.GetByLabel("30代").FillAsync("たくさん");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("「30代」の人口を、数で入力してください。");
        await page.GetByLabel("30代").FillAsync("２，４００");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する", Exact = true }).ClickAsync();
        await Expect(page.GetByText("登録しました。")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("30代")).ToHaveValueAsync("2400");
        await page.GotoAsync(Results);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "年代ごとの人数の表" })).ToContainTextAsync(new Regex("2,400"));
    }

    /// <summary>Enough voices that some groups are shown and some are not; once for all tests of this class.</summary>
    async Task Fill()
    {
        var counts = await site.Program.Http.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/consultations/{Slug}/counts");
        if (counts.GetProperty("submitters").GetInt32() > 30) return;
        (string Age, string District)[] people = [.. Enumerable.Repeat(("60代", "小佐野"), 14), .. Enumerable.Repeat(("40代", "甲子"), 12), .. Enumerable.Repeat(("20代", "栗橋"), 2)];
        foreach (var (age, district) in people)
        {
            var body = new { sender = new { name = "遠野 うみ", address = "大町", ageBand = age, district }, opinions = new[] { new { text = "声" } } };
            using var ask = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/consultations/{Slug}/submissions") { Content = JsonContent.Create(body) };
            ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-staff");
            (await site.Program.Http.SendAsync(ask)).EnsureSuccessStatusCode();
        }
    }
}
