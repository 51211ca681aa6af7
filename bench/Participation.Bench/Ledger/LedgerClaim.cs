using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using Participation.Bench.Load;
using Participation.Bench.Running;

namespace Participation.Bench.Ledger;

/// <summary>A page of the ledger, unfiltered and by each of its filters: how much longer at 200,000 submissions than at 2,000.</summary>
static class LedgerClaim
{
    const string Slug = "harbour-walk";
    const string Staff = "Authorization: Bearer demo-staff";
    const int Few = 2_000, Many = 200_000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of a hundred submissions; every filter fills a page at either size.</summary>
    static readonly (string Channel, int Share)[] Channels = [("web", 75), ("post", 10), ("fax", 5), ("counter", 5), ("meeting", 5)];

    public static async Task Measure()
    {
        // Few at once: this is about how long one page takes, not about how many wait.
        const int connections = 1, count = 200, rounds = 7;
        using var folder = new TempFolder();
        await using var few = await ProgramWith(folder.Folder("few"), Few);
        await using var many = await ProgramWith(folder.Folder("many"), Many);
        var (chapter, section) = await Sections(few);
        var filters = new (string Name, string Query, Func<int, long?> After)[]
        {
            ("first", "", _ => null), ("middle", "", size => size / 2), ("web", "channel=web", _ => null), ("fax", "channel=fax", _ => null), ("late", "status=late", _ => null),
            ("chapter", $"section={chapter}", _ => null), ("section", $"section={section}", _ => null), ("section-middle", $"section={section}", size => size / 2),
            ("nobodys", "hands=nobodys", _ => null), ("mine", "hands=mine", _ => null), ("out-of-scope", "outOfScope=true", _ => null), ("ungrouped", "ungrouped=true", _ => null), ("ungrouped-section", $"ungrouped=true&section={section}", _ => null), ("post-nobodys", "channel=post&hands=nobodys", _ => null),
        };
        var worst = 0.0;
        foreach (var (name, query, after) in filters)
        {
            var (fromFew, fromMany) = (Page(query, after(Few)), Page(query, after(Many)));
            await HttpLoad.Run(few.Port, fromFew, connections, count);
            await HttpLoad.Run(many.Port, fromMany, connections, count);
            var turns = await Turns.Take(rounds,
                _ => HttpLoad.Run(few.Port, fromFew, connections, count), _ => HttpLoad.Run(many.Port, fromMany, connections, count));
            var ratio = turns.MedianRatio(m => m.P50);
            worst = Math.Max(worst, ratio);
            Print.Figure($"ledger-{name}-ratio", ratio, "ratio");
            Print.Figure($"ledger-{name}-{Many}-p50", turns.Select(t => t.Real.P50).Median(), "ms");
        }
        Print.Ratio("ledger-flat", worst);
        await Searched(many);
    }

    /// <summary>Staff's search of all kinds, with the index up with the log.</summary>
    static async Task Searched(RealProgram program)
    {
        await program.Kill();
        await program.Verb("reindex");
        await program.Start();
        foreach (var (name, query) in new[] { ("one-character", "の"), ("two-characters", "歩道"), ("three-words", "の 歩道 港"), ("nowhere", "鯨"), ("of-a-channel", "の&channel=fax") })
        {
            var page = RequestTemplate.Get($"/api/v1/staff/search?q={Uri.EscapeDataString(query.Split('&')[0])}{(query.Contains('&', StringComparison.Ordinal) ? $"&{query.Split('&')[1]}" : "")}", Staff);
            await HttpLoad.Run(program.Port, page, 1, 3);
            var took = await HttpLoad.Run(program.Port, page, 1, 30);
            Print.Figure($"ledger-search-{name}-p50", took.P50, "ms");
            Print.Figure($"ledger-search-{name}-p99", took.P99, "ms");
        }
    }

    static RequestTemplate Page(string query, long? after) =>
        RequestTemplate.Get($"/api/v1/consultations/{Slug}/ledger?{query}{(after is { } place ? $"&after={place}" : "")}", Staff);

    static async Task<(string Chapter, string Section)> Sections(RealProgram program)
    {
        var plan = await program.Http.GetFromJsonAsync<JsonElement>($"/api/v1/consultations/{Slug}/plan");
        var chapter = plan.GetProperty("sections")[0];
        return (chapter.GetProperty("anchor").GetString()!, chapter.GetProperty("sections")[0].GetProperty("anchor").GetString()!);
    }

    static async Task<RealProgram> ProgramWith(string folder, int submissions)
    {
        var program = await RealProgram.OnSqlite(folder, "other");
        await Announce(program);
        var (chapter, section) = await Sections(program);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));
        foreach (var (channel, share) in Channels)
        {
            foreach (var anchor in new[] { chapter, section, null })
            {
                var body = JsonSerializer.SerializeToUtf8Bytes(new
                {
                    channel, receivedOn = channel is "web" ? (DateOnly?)null : today, sender = new { name = "大町 みどり" },
                    opinions = new[] { new { anchor, text = RequestTemplate.Mark + Sample.Opinion(200) } },
                }, Json);
                string[] headers = [$"Idempotency-Key: seed-{channel}-{anchor}-{RequestTemplate.Mark}", .. channel is "web" ? Array.Empty<string>() : [Staff]];
                await HttpLoad.Run(program.Port, RequestTemplate.Post($"/api/v1/consultations/{Slug}/submissions", body, headers), connections: 32, submissions * share / 300, 201);
            }
        }
        return program;
    }

    /// <summary>With a fax that was to be in by yesterday: what comes by it now is late.</summary>
    static async Task Announce(RealProgram program)
    {
        var today = TimeProvider.System.GetUtcNow();
        var body = new
        {
            slug = Slug, title = "港のまわりの歩道を広げる計画（案）", opens = today.AddDays(-3), closes = today.AddDays(40),
            channels = new object[] { new { channel = "web" }, new { channel = "post" }, new { channel = "counter" }, new { channel = "fax", until = today.AddDays(-1) } },
        };
        (await program.Http.PostAsJsonAsync("/api/v1/consultations", body)).EnsureSuccessStatusCode();
        using var plan = new StringContent(Sample.Plan, new MediaTypeHeaderValue("text/markdown"));
        (await program.Http.PutAsync($"/api/v1/consultations/{Slug}/plan", plan)).EnsureSuccessStatusCode();
    }
}
