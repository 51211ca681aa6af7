using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Participation.Browser.Tests.Running;

/// <summary>The real program in a process of its own, on a database of its own, with the demo's people and consultations.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string folder = Directory.CreateTempSubdirectory("participation-").FullName;
    readonly string[] settings;
    readonly int port = FreePort();
    Process? process;

    RunningProgram(string[] settings)
    {
        this.settings = settings;
        Http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public string Address => $"http://127.0.0.1:{port}";

    public HttpClient Http { get; }

    public static async Task<RunningProgram> Start(params string[] settings)
    {
        var program = new RunningProgram(settings);
        await program.Start();
        return program;
    }

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, "--Urls", Address, .. settings])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Participation"] = $"Data Source={Path.Combine(folder, "test.db")}";
        process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            if (!line.StartsWith("Participation: ", StringComparison.Ordinal)) continue;
            // Read on, or the pipe fills and the program stands still.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }
        throw new InvalidOperationException($"The program ended before it listened: {await errors}");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Sends an opinion from somewhere else.</summary>
    public async Task<JsonElement> Submit(string slug, string text, string? anchor = null)
    {
        var body = new { sender = new { name = "遠野 うみ", address = "鵜住居町" }, opinions = new[] { new { text, anchor } } };
        var answer = await Http.PostAsJsonAsync($"/api/v1/consultations/{slug}/submissions", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Calls the API as staff.</summary>
    public async Task<JsonElement> Ledger(string slug)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/consultations/{slug}/submissions?limit=500");
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-staff");
        using var answer = await Http.SendAsync(ask);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await Kill();
        process?.Dispose();
        Http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
