using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Participation.Bench.Running;

/// <summary>
/// The real program, built for release, in a process of its own. Prepared in Development, where the demo's staff token is made,
/// and measured in Production on the same database.
/// </summary>
sealed class RealProgram : IAsyncDisposable
{
    static readonly string Dll = Path.Combine(Home(), "src", "Participation.Web", "bin", "Release", "net10.0", "Participation.Web.dll");

    readonly IReadOnlyDictionary<string, string> database;
    ChildProcess? process;

    RealProgram(IReadOnlyDictionary<string, string> database)
    {
        this.database = database;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-staff");
    }

    public int Port { get; } = Ports.Free();

    public int Id => process!.Id;

    /// <summary>Speaks as staff.</summary>
    public HttpClient Http { get; }

    /// <summary>On SQLite in a folder, with an open consultation for each slug.</summary>
    public static Task<RealProgram> OnSqlite(string folder, params string[] slugs) => Prepare(
        new Dictionary<string, string> { ["ConnectionStrings__Participation"] = $"Data Source={Path.Combine(folder, "participation.db")}" }, slugs);

    /// <summary>On SQLite in a folder, after <paramref name="prepare"/> has been at it with the demo's people.</summary>
    public static Task<RealProgram> OnSqlite(string folder, Func<RealProgram, Task> prepare) => Prepare(
        new Dictionary<string, string> { ["ConnectionStrings__Participation"] = $"Data Source={Path.Combine(folder, "participation.db")}" }, [], prepare);

    public static Task<RealProgram> OnPostgres(string connectionString, params string[] slugs) => Prepare(
        new Dictionary<string, string> { ["ConnectionStrings__Participation"] = connectionString, ["Database__Provider"] = "Postgres" }, slugs);

    public static Task<RealProgram> OnPostgres(string connectionString, Func<RealProgram, Task> prepare) => Prepare(
        new Dictionary<string, string> { ["ConnectionStrings__Participation"] = connectionString, ["Database__Provider"] = "Postgres" }, [], prepare);

    static async Task<RealProgram> Prepare(IReadOnlyDictionary<string, string> database, string[] slugs, Func<RealProgram, Task>? prepare = null)
    {
        var program = new RealProgram(database);
        await program.Start("Development", "demo");
        foreach (var slug in slugs) await program.Announce(slug);
        if (prepare is not null) await prepare(program);
        await program.Kill();
        await program.Start();
        return program;
    }

    public Task Start() => Start("Production", "none");

    /// <summary>Runs a verb of the program and gives back its exit code.</summary>
    public async Task<int> Verb(string verb)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Dll, verb]) { RedirectStandardOutput = true };
        foreach (var (name, value) in EnvironmentOf("Production", "none")) start.Environment[name] = value;
        using var running = System.Diagnostics.Process.Start(start)!;
        var said = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        Print.Note($"{verb}: {said.Trim()}");
        return running.ExitCode;
    }

    public async Task Kill()
    {
        if (process is not null) await process.DisposeAsync();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Http.Dispose();
    }

    async Task Start(string environment, string seeds)
    {
        process = await ChildProcess.Start(Dll, ["--Urls", $"http://127.0.0.1:{Port}"], "Participation: ", EnvironmentOf(environment, seeds));
        process.Ignore();
    }

    Dictionary<string, string> EnvironmentOf(string environment, string seeds) => new(database)
    {
        ["ASPNETCORE_ENVIRONMENT"] = environment, ["Seeds__Load"] = seeds,
    };

    async Task Announce(string slug)
    {
        var today = DateTimeOffset.UtcNow;
        var body = new
        {
            slug, title = "港のまわりの歩道を広げる計画（案）への意見募集", summary = "港のまわりを歩きやすくする計画です。",
            opens = today.AddDays(-1), closes = today.AddDays(40), requiredFields = new[] { "name" },
            optionalFields = new[] { "ageBand", "district" },
        };
        (await Http.PostAsJsonAsync("/api/v1/consultations", body)).EnsureSuccessStatusCode();
        using var plan = new StringContent(Sample.Plan, new MediaTypeHeaderValue("text/markdown"));
        (await Http.PutAsync($"/api/v1/consultations/{slug}/plan", plan)).EnsureSuccessStatusCode();
    }

    /// <summary>An anchor of the plan's first passage.</summary>
    public async Task<string> Anchor(string slug)
    {
        var plan = await Http.GetFromJsonAsync<JsonElement>($"/api/v1/consultations/{slug}/plan");
        return plan.GetProperty("sections")[0].GetProperty("passages")[0].GetProperty("anchor").GetString()!;
    }

    static string Home()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Participation.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
