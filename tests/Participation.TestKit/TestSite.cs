using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Participation.Data;
using Participation.Web.Hosting;
using Xunit;

namespace Participation.TestKit;

/// <summary>The whole program in this process, listening on a free port, with the demo's people.</summary>
public class TestSite(DatabaseProvider provider, string environment = "Development") : IAsyncLifetime
{
    TestDatabase database = null!;
    WebApplication app = null!;

    public Uri Address => new(app.Urls.First());

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    /// <summary>What was mailed lies here.</summary>
    public string MailFolder { get; } = Path.Combine(Path.GetTempPath(), $"participation-mail-{Guid.NewGuid():N}");

    /// <summary>Scans of paper lie here.</summary>
    public string ScanFolder { get; } = Path.Combine(Path.GetTempPath(), $"participation-scans-{Guid.NewGuid():N}");

    public async Task InitializeAsync()
    {
        database = await TestDatabase.Create(provider);
        app = await ServerHost.Start(
        [
            "--environment", environment, "--Urls", "http://127.0.0.1:0", "--Database:Provider", provider.ToString(),
            "--ConnectionStrings:Participation", database.Options.ConnectionString,
            .. environment is "Production" ? Array.Empty<string>() : ["--Clock:StartAt", "2026-01-05T12:00:00+09:00"],
            "--Logging:LogLevel:Default", "Warning", "--Mail:Folder", MailFolder, "--Scans:Folder", ScanFolder,
        ]);
        Http = new HttpClient { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
        foreach (var folder in new[] { MailFolder, ScanFolder })
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Calls the API with a JSON body, as a demo account where one is named.</summary>
    public Task<HttpResponseMessage> Call(HttpMethod method, string path, object? body = null, string? who = null, string? key = null) =>
        Send(method, path, body is null ? null : JsonContent.Create(body), who, key);

    public Task<HttpResponseMessage> CallRaw(HttpMethod method, string path, byte[] body, string mediaType, string? who = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return Send(method, path, content, who, null);
    }

    /// <summary>Announces a consultation with Kamaishi's window under a new slug.</summary>
    public async Task<string> Announce()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        var body = new { slug, title = "後期基本計画（案）", opens = "2025-12-25", closes = "2026-01-23" };
        (await Call(HttpMethod.Post, "/api/v1/consultations", body, "staff")).EnsureSuccessStatusCode();
        return slug;
    }

    public async Task<JsonElement> Submit(string slug, string text)
    {
        var answer = await Call(HttpMethod.Post, $"/api/v1/consultations/{slug}/submissions", new { opinions = new[] { new { text } } });
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, string? who, string? key)
    {
        using var ask = new HttpRequestMessage(method, path) { Content = content };
        if (who is not null) ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{who}");
        if (key is not null) ask.Headers.Add("Idempotency-Key", key);
        return await Http.SendAsync(ask);
    }
}

public sealed class SiteOnSqlite() : TestSite(DatabaseProvider.Sqlite);

public sealed class SiteOnPostgres() : TestSite(DatabaseProvider.Postgres);
