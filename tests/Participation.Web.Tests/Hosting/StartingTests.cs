using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Hosting;

public sealed class StartingTests
{
    [Theory]
    [InlineData("Clock__StartAt", "2026-01-23T23:59:00+09:00", "Clock:StartAt is refused in Production")]
    [InlineData("Seeds__Load", "demo", "Seeds:Load=demo is refused in Production")]
    [InlineData("Database__Provider", "Oracle", "Database:Provider=Oracle is none of Sqlite, Postgres")]
    [InlineData("Database__Provider", "Postgres", "ConnectionStrings:Participation is needed")]
    [InlineData("Site__Address", "city.example.jp", "Site:Address=city.example.jp is no address of a site")]
    [InlineData("Accounts__StaffSecondFactor", "perhaps", "Accounts:StaffSecondFactor=perhaps is neither true nor false")]
    public async Task A_setting_that_can_not_be_used_is_named(string name, string value, string words)
    {
        var (exit, _, error) = await ProgramRun.Of([], null, ("ASPNETCORE_ENVIRONMENT", "Production"), (name, value));
        Assert.Equal(1, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_file_that_can_not_be_made_is_named()
    {
        var inAFile = Path.Combine(Path.GetTempFileName(), "city.db");
        var (exit, _, error) = await ProgramRun.Of([], new(DatabaseProvider.Sqlite, $"Data Source={inAFile}"));
        Assert.Equal(1, exit);
        Assert.Contains("city.db", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5000));
        var (exit, _, error) = await ProgramRun.Of(["migrate"], new(DatabaseProvider.Sqlite, $"Data Source={file}"));
        Assert.Equal(1, exit);
        Assert.Contains(file, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (exit, _, error) = await ProgramRun.Of(["--Urls", address, "--Seeds:Load", "None"], database.Options);
        Assert.Equal(1, exit);
        Assert.Contains(address, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_answered_first_finds_the_demo_whole()
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var address = $"http://{port.LocalEndpoint}";
        port.Stop();
        using var program = ProgramRun.Start(["--Urls", address], database.Options);
        try
        {
            using var http = new HttpClient { BaseAddress = new(address) };
            JsonElement? first = null;
            await Wait.Until(async () =>
            {
                try
                {
                    first = await http.GetFromJsonAsync<JsonElement>("/api/v1/consultations");
                    return true;
                }
                catch (HttpRequestException)
                {
                    // It does not listen yet.
                    return false;
                }
            }, TimeSpan.FromMinutes(3));
            Assert.Equal(3, first!.Value.GetProperty("items").GetArrayLength());
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("UTC", "2025-12-24T14:59:00Z", "not-open")]
    [InlineData("Pacific/Auckland", "2025-12-24T14:59:00Z", "not-open")]
    [InlineData("America/Los_Angeles", "2025-12-24T15:00:00Z", "accepted")]
    [InlineData("Pacific/Auckland", "2026-01-23T15:00:00Z", "late")]
    [InlineData("America/Los_Angeles", "2026-01-23T15:00:00Z", "late")]
    public async Task The_window_is_Tokyos_whatever_zone_the_server_is_in(string zone, string startAt, string verdict)
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var server = await ServerProcess.Start(database.Options, ("TZ", zone), ("Clock__StartAt", startAt));
        var settings = new { slug = "plan", title = "案", opens = "2025-12-25", closes = "2026-01-23" };
        using var announce = new HttpRequestMessage(HttpMethod.Post, "/api/v1/consultations") { Content = JsonContent.Create(settings) };
        announce.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-staff");
        (await server.Http.SendAsync(announce)).EnsureSuccessStatusCode();

        var answer = await server.Http.PostAsJsonAsync("/api/v1/consultations/plan/submissions", new { opinions = new[] { new { text = "ひとこと" } } });
        Assert.Contains(verdict, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
