using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Participation.Bench.Load;
using Participation.Bench.Running;

namespace Participation.Bench.Reporting;

/// <summary>The published result's first page, rendered anew each time: how much longer with 5,000 rows than with 50.</summary>
static class PublishedClaim
{
    const string Uncached = "Cookie: participation-session=ended";
    const int Few = 50, Many = 5_000, AtOnce = 500;

    public static async Task Measure()
    {
        const int connections = 1, count = 400, rounds = 7;
        using var folder = new TempFolder();
        await using var program = await RealProgram.OnSqlite(folder.Folder("published"), "other");
        foreach (var rows in new[] { Few, Many }) await Publish(program, rows);
        var (few, many) = (Page(Few), Page(Many));
        await HttpLoad.Run(program.Port, few, connections, count);
        await HttpLoad.Run(program.Port, many, connections, count);
        var turns = await Turns.Take(rounds, _ => HttpLoad.Run(program.Port, few, connections, count), _ => HttpLoad.Run(program.Port, many, connections, count));
        Print.Ratio("published-flat", turns.MedianRatio(m => m.P50));
        Print.Figure($"published-{Few}-p50", turns.Select(t => t.Bare.P50).Median(), "ms");
        Print.Figure($"published-{Many}-p50", turns.Select(t => t.Real.P50).Median(), "ms");
    }

    static RequestTemplate Page(int rows) => RequestTemplate.Get($"/consultations/{Slug(rows)}/answers", Uncached);

    static string Slug(int rows) => $"published-{rows}";

    static async Task Publish(RealProgram program, int rows)
    {
        var (slug, now) = (Slug(rows), TimeProvider.System.GetUtcNow());
        await Send(program, HttpMethod.Post, "/api/v1/consultations", new
        {
            slug, title = "港のまわりの歩道を広げる計画（案）", opens = now.AddDays(-40), closes = now.AddSeconds(30), minimumDays = 30, requiredFields = Array.Empty<string>(), channels = new[] { new { channel = "web" } },
        });
        foreach (var text in Texts(rows)) await Send(program, HttpMethod.Post, $"/api/v1/consultations/{slug}/submissions", new { sender = new { }, opinions = new[] { new { text } } });
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while ((await Send(program, HttpMethod.Get, $"/api/v1/consultations/{slug}")).GetProperty("stage").GetString() is not "closed") await tick.WaitForNextTickAsync();
        await Send(program, HttpMethod.Post, $"/api/v1/consultations/{slug}/answering");
        await Send(program, HttpMethod.Post, $"/api/v1/consultations/{slug}/answers/lay-out");
        for (var after = 0; after < rows;)
        {
            var some = (await Send(program, HttpMethod.Get, $"/api/v1/consultations/{slug}/answers?limit={AtOnce}&after={after}")).GetProperty("items").EnumerateArray().ToList();
            if (some.Count is 0) break;
            foreach (var row in some) await Send(program, HttpMethod.Put, $"/api/v1/consultations/{slug}/answers/{row.GetProperty("number")}", new { version = 0, summary = Sample.Opinion(80), text = Sample.Opinion(200) });
            foreach (var (act, version) in new[] { ("check", 1), ("approve", 2) })
                await Send(program, HttpMethod.Post, $"/api/v1/consultations/{slug}/answers/{act}", new { answers = some.Select(row => new { number = row.GetProperty("number").GetInt32(), version }) }, "demo-approver");
            after = some[^1].GetProperty("number").GetInt32();
        }
        var found = (await Send(program, HttpMethod.Get, $"/api/v1/consultations/{slug}/publication")).GetProperty("check").GetProperty("found").GetArrayLength();
        var published = await Send(program, HttpMethod.Post, $"/api/v1/consultations/{slug}/publication", new { personalDataSeen = found }, "demo-approver");
        Print.Note($"{slug}: {published.GetProperty("rows")} rows");
    }

    /// <summary>Words that no two texts share much of, or they would be one group.</summary>
    static IEnumerable<string> Texts(int count)
    {
        var random = new Random(count);
        return Enumerable.Range(0, count).Select(_ =>
        {
            var text = new StringBuilder();
            for (var i = 0; i < 30; i++) text.Append((char)('\u4E00' + random.Next(0x1000)));
            return text.Append('。').ToString();
        });
    }

    static async Task<JsonElement> Send(RealProgram program, HttpMethod method, string path, object? body = null, string token = "demo-staff")
    {
        using var ask = new HttpRequestMessage(method, path);
        if (body is not null) ask.Content = JsonContent.Create(body);
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await program.Http.SendAsync(ask);
        var said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? (said.Length is 0 ? default : JsonSerializer.Deserialize<JsonElement>(said)) : throw new BenchException($"{path}: {said}");
    }
}
