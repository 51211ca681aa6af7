using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.Data;
using Participation.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>The hour after the window closes: 535 opinions become a council's pack, answers, approvals, a publication and 535 answers that are found by receipt.</summary>
public sealed class Answering(Answering.LastMinute site) : IClassFixture<Answering.LastMinute>
{
    const int Opinions = 535;
    static readonly string[] Codes = ["反映", "参考", "その他"];
    const string Slug = "last-minute", Answers = $"/staff/consultations/{Slug}/answers", Password = "Kamaishi-2026!";

    /// <summary>A rehearsal: an hour before the window closes, for a machine may be slow; then, after a power cut, its last seconds.</summary>
    public sealed class LastMinute : Site
    {
        protected override Task<ServerProcess> Serve(DatabaseOptions options) => ServerProcess.Start(options, At("23:00:00"));

        public Task LastSeconds() => Program.StartAgain(At("23:59:45"));

        static (string, string) At(string time) => ("Clock__StartAt", $"2026-01-23T{time}+09:00");
    }

    [Fact]
    public async Task From_the_close_to_an_answer_for_everybody()
    {
        var receipts = await Receive();
        Assert.Equal(Opinions, receipts.Count);
        await site.LastSeconds();
        await Close();
        Assert.Equal(Opinions, (await Ask($"/api/v1/consultations/{Slug}/counts")).GetProperty("opinions").GetInt32());

        var writer = await SignedIn("staff@example.jp");
        await writer.GotoAsync($"/staff/consultations/{Slug}");
        await writer.GetByRole(AriaRole.Button, new() { Name = "回答の作成に入る" }).ClickAsync();
        await writer.GotoAsync(Answers);
        var layOut = writer.GetByRole(AriaRole.Button, new() { Name = "一件ずつ回答の表に載せる" });
        if (await layOut.IsVisibleAsync()) await layOut.ClickAsync();
        await Expect(layOut).ToHaveCountAsync(0);
        await Look(writer);

        // The council's pack, while there are no answers yet.
        await writer.GotoAsync($"/staff/consultations/{Slug}/packs");
        await writer.GetByLabel("示す相手と会議").FillAsync("総務常任委員会");
        await writer.GetByRole(AriaRole.Button, new() { Name = "資料を固定してリンクを作る" }).ClickAsync();
        await Look(writer);
        var link = await writer.Locator("a[href^='/council/']").GetAttributeAsync("href");
        var member = await site.Visitor(width: 1100);
        await member.GotoAsync(link!);
        await Expect(member.GetByText($"{Opinions}件")).ToBeVisibleAsync();
        await Look(member);

        await Draft(writer);
        var approver = await SignedIn("approver@example.jp");
        await Publish(approver, refused: "決裁が済んでいない番号");
        await All(approver, "選んだ回答を確認済みにする", "Drafted");
        await All(approver, "選んだ回答を決裁する", "Checked");
        await Publish(approver, refused: null);
        await member.ReloadAsync();
        await Expect(member.GetByText("結果を公表したので、このリンクは閉じました")).ToBeVisibleAsync();

        var visitor = await site.Visitor();
        await visitor.GotoAsync($"/consultations/{Slug}/answers");
        await Expect(visitor.GetByText($"535人・{Opinions}件")).ToBeVisibleAsync();
        await Look(visitor);
        await visitor.GotoAsync($"/receipts/{receipts[0].Number}?secret={receipts[0].Secret}");
        await Expect(visitor.GetByText("市の考え方", new() { Exact = true })).ToBeVisibleAsync();
        await Look(visitor);
        var answered = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(receipts, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (receipt, _) =>
        {
            var own = await Ask($"/api/v1/receipts/{receipt.Number}?secret={receipt.Secret}", token: null);
            if (own.GetProperty("opinions")[0].GetProperty("answers") is { ValueKind: JsonValueKind.Array } answers && answers.GetArrayLength() is 1) answered.Add(receipt.Number);
        });
        Assert.Equal(Opinions, answered.Count);
        var result = await Ask($"/api/v1/consultations/{Slug}/result?limit=500", token: null);
        Assert.Equal(Opinions, result.GetProperty("page").EnumerateArray().Sum(row => row.GetProperty("opinions").GetInt32()));
        await Mask(writer, visitor);
    }

    /// <summary>What nobody should have published is hidden in one press, and shown again in another.</summary>
    static async Task Mask(IPage staff, IPage visitor)
    {
        var told = visitor.GetByText("今後の参考とします。").First;
        await visitor.GotoAsync($"/consultations/{Slug}/answers");
        await Expect(told).ToBeVisibleAsync();
        await staff.GotoAsync($"{Answers}/publish");
        await staff.GetByRole(AriaRole.Link, new() { Name = "公表した結果で伏せる" }).ClickAsync();
        await staff.GetByLabel("伏せる言葉").FillAsync("今後の参考");
        await staff.GetByRole(AriaRole.Button, new() { Name = "公表した結果で伏せる" }).ClickAsync();
        await Expect(staff.GetByRole(AriaRole.Alert)).ToContainTextAsync("伏せる理由");
        await Look(staff);
        await staff.GetByLabel("伏せる理由").FillAsync("本人から申し出がありました。");
        await staff.GetByRole(AriaRole.Button, new() { Name = "公表した結果で伏せる" }).ClickAsync();
        await staff.GetByText("公表したときの文を読む").ClickAsync();
        await Expect(staff.GetByText("今後の参考とします。").First).ToBeVisibleAsync();
        await Look(staff);
        await Shows(visitor, visitor.GetByText("■■■とします。"));
        await Look(visitor);
        await staff.GetByRole(AriaRole.Checkbox, new() { Name = "今後の参考" }).CheckAsync();
        await staff.GetByLabel("元に戻す理由").FillAsync("個人情報ではありませんでした。");
        await staff.GetByRole(AriaRole.Button, new() { Name = "公表した結果に表示する" }).ClickAsync();
        await Expect(staff.GetByText("個人情報ではありませんでした。")).ToBeVisibleAsync();
        await Shows(visitor, told);
    }

    /// <summary>A kept page goes a moment after the act, when this node has read of it in the log.</summary>
    static Task Shows(IPage page, ILocator words) => Wait.Until(async () =>
    {
        await page.ReloadAsync();
        return await words.CountAsync() > 0;
    });

    /// <summary>The program's own clock strikes twelve.</summary>
    async Task Close()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while ((await Ask($"/api/v1/consultations/{Slug}")).GetProperty("stage").GetString() is not "closed") await tick.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>One by hand, as staff do it; the rest through the door that programs use.</summary>
    async Task Draft(IPage page)
    {
        await page.GotoAsync(Answers);
        await page.Locator(".group-name a").First.ClickAsync();
        await page.GetByLabel("市の考え方").FillAsync("ご意見を踏まえ、歩道の除雪の分担を計画に書きます。");
        await page.GetByLabel("反映区分").SelectOptionAsync("反映");
        await Look(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "下書きを保存する" }).ClickAsync();
        await Expect(page.GetByText("保存しました")).ToBeVisibleAsync();
        await Look(page);
        var rows = (await Ask($"/api/v1/consultations/{Slug}/answers?limit=500&state=Blank")).GetProperty("items").EnumerateArray().ToList();
        foreach (var row in rows)
        {
            await Send(HttpMethod.Put, $"/api/v1/consultations/{Slug}/answers/{row.GetProperty("number")}", new
            {
                version = row.GetProperty("version").GetInt32(), summary = $"番号{row.GetProperty("number")}の意見の概要", text = "今後の参考とします。", reflection = "参考",
            }, "demo-staff");
        }
    }

    /// <summary>Everything that stands at a step goes on to the next, page by page.</summary>
    static async Task All(IPage page, string button, string state)
    {
        await page.GotoAsync($"{Answers}?state={state}");
        while (await page.Locator("input[name=answer]").CountAsync() > 0)
        {
            foreach (var box in await page.Locator("input[name=answer]").AllAsync()) await box.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await Expect(page.GetByText("件の回答を進めました")).ToBeVisibleAsync();
            await page.GotoAsync($"{Answers}?state={state}");
        }
    }

    static async Task Publish(IPage page, string? refused)
    {
        await page.GotoAsync($"{Answers}/publish");
        if (await page.Locator("input[name=seen]").CountAsync() > 0) await page.Locator("input[name=seen]").CheckAsync();
        await Look(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "結果を公表する" }).ClickAsync();
        if (refused is null) await Expect(page.GetByText("公表しました。")).ToBeVisibleAsync();
        else await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(refused);
    }

    async Task<List<(string Number, string Secret)>> Receive()
    {
        await Send(HttpMethod.Post, "/api/v1/consultations", new
        {
            slug = Slug, title = "港町の後期基本計画（案）", summary = "", opens = "2025-12-25", closes = "2026-01-23", timeZone = "Asia/Tokyo", minimumDays = 30,
            requiredFields = Array.Empty<string>(), channels = new[] { new { channel = "web", rule = "arrival" } }, reflectionCodes = Codes,
        }, "demo-staff");
        var receipts = new ConcurrentBag<(string, string)>();
        await Parallel.ForEachAsync(GeneratedOpinions.Make(Opinions), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (text, _) =>
        {
            var receipt = await Send(HttpMethod.Post, $"/api/v1/consultations/{Slug}/submissions", new { sender = new { }, opinions = new[] { new { text } } }, "demo-staff");
            receipts.Add((receipt.GetProperty("receiptNumber").GetString()!, receipt.GetProperty("receiptSecret").GetString()!));
        });
        return [.. receipts];
    }

    async Task<IPage> SignedIn(string who)
    {
        var page = await site.Visitor(width: 1100);
        await page.SignIn(who, Password);
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    static async Task Look(IPage page)
    {
        await page.ShouldFindNothing();
        await page.ShouldFit();
    }

    Task<JsonElement> Ask(string path, string? token = "demo-staff") => Send(HttpMethod.Get, path, null, token);

    async Task<JsonElement> Send(HttpMethod method, string path, object? body, string? token)
    {
        using var ask = new HttpRequestMessage(method, path);
        if (body is not null) ask.Content = JsonContent.Create(body);
        if (token is not null) ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await site.Program.Http.SendAsync(ask);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return JsonSerializer.Deserialize<JsonElement>(said);
    }
}
