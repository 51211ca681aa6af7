using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using Participation.Bench.Grouping;
using Participation.Bench.Load;
using Participation.Bench.Running;

namespace Participation.Bench.Ledger;

/// <summary>Staff's search of all kinds in 200,000 submissions, on both engines: the longest that any of the words took.</summary>
static class SearchClaim
{
    const string Slug = "search-many", Small = "search-few";
    const string Staff = "Authorization: Bearer demo-staff";
    const int Submissions = 200_000, Forms = 400, Rare = 50;
    const int Within = 500;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In nearly all, in some, in none; together; of a channel that few came by, of one that none did; in a call of a few among that of many.</summary>
    static readonly (string Name, string Words, string Narrowed)[] Looked =
    [
        ("one-character", "の", ""), ("two-characters", "歩道", ""), ("three-words", "の 歩道 港", ""), ("a-sentence", "朝は車が三十台も並びます", ""), ("nowhere", "鯨", ""),
        ("of-a-channel", "の", "&channel=fax"), ("of-a-rare-channel", "の", "&channel=meeting"), ("words-of-a-rare-channel", "の 歩道", "&channel=meeting"),
        ("of-an-empty-channel", "の", "&channel=counter"), ("in-a-small-call", "の", $"&consultation={Small}"), ("opinions-alone", "の 港", "&kind=opinion&limit=50"),
    ];

    public static async Task Measure()
    {
        using var folder = new TempFolder();
        var worst = new List<double>();
        await using (var program = await RealProgram.OnSqlite(folder.Folder("sqlite"), Announce)) worst.Add(await Measure(program, "sqlite"));
        await using var cluster = await PostgresCluster.Start(folder.Path);
        await using (var program = await RealProgram.OnPostgres(cluster.ConnectionString, Announce)) worst.Add(await Measure(program, "postgres"));
        Print.Ratio("search", worst.Max() / Within);
    }

    static async Task<double> Measure(RealProgram program, string engine)
    {
        await Fill(program);
        await program.Kill();
        await program.Verb("reindex");
        await program.Start();
        var worst = 0.0;
        foreach (var (name, words, narrowed) in Looked)
        {
            var page = RequestTemplate.Get($"/api/v1/staff/search?q={Uri.EscapeDataString(words)}{narrowed}", Staff);
            await HttpLoad.Run(program.Port, page, 1, 3);
            var took = await HttpLoad.Run(program.Port, page, 1, 30);
            Print.Figure($"search-{engine}-{name}-p50", took.P50, "ms");
            Print.Figure($"search-{engine}-{name}-p99", took.P99, "ms");
            worst = Math.Max(worst, took.P99);
        }
        return worst;
    }

    static async Task Announce(RealProgram program)
    {
        var today = TimeProvider.System.GetUtcNow();
        foreach (var slug in new[] { Slug, Small })
        {
            var body = new
            {
                slug, title = "港のまわりの歩道を広げる計画（案）", opens = today.AddDays(-3), closes = today.AddDays(40),
                channels = new object[] { new { channel = "web" }, new { channel = "counter" }, new { channel = "fax" }, new { channel = "meeting" } },
            };
            (await program.Http.PostAsJsonAsync("/api/v1/consultations", body)).EnsureSuccessStatusCode();
            using var plan = new StringContent(Sample.Plan, new MediaTypeHeaderValue("text/markdown"));
            (await program.Http.PutAsync($"/api/v1/consultations/{slug}/plan", plan)).EnsureSuccessStatusCode();
        }
    }

    /// <summary>Form letters of a national call, each with a number of its own at its head.</summary>
    static async Task Fill(RealProgram program)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));
        var forms = GeneratedComments.Make(count: Forms, originals: Forms).OriginalTexts;
        for (var i = 0; i < forms.Count; i++)
        {
            await Send("web", Slug, forms[i], Submissions / Forms * 9 / 10);
            await Send("fax", Slug, forms[i], Submissions / Forms / 10);
            if (i < Rare) await Send("meeting", Slug, forms[i], 1);
            if (i < Rare) await Send("web", Small, forms[i], 1);
        }

        async Task Send(string channel, string slug, string text, int count)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new
            {
                channel, receivedOn = channel is "web" ? (DateOnly?)null : today, sender = new { name = "大町 みどり" }, opinions = new[] { new { text = RequestTemplate.Mark + text } },
            }, Json);
            string[] headers = [$"Idempotency-Key: {Guid.NewGuid():N}-{RequestTemplate.Mark}", .. channel is "web" ? Array.Empty<string>() : [Staff]];
            await HttpLoad.Run(program.Port, RequestTemplate.Post($"/api/v1/consultations/{slug}/submissions", body, headers), connections: 32, count, 201);
        }
    }
}
