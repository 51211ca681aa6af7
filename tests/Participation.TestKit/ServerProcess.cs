using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Participation.Data;

namespace Participation.TestKit;

/// <summary>
/// The built program serving, in a process of its own; it can be killed and started again in the same place. What it says is kept beside
/// the tests, in a file called after its port: a page that failed has the port in its address.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    const string Greeting = "Participation: ";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    static readonly DirectoryInfo Logs = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "server-logs"));

    readonly DatabaseOptions database;
    readonly string program;
    readonly string scans = Path.Combine(Path.GetTempPath(), $"participation-scans-{Guid.NewGuid():N}");
    (string Name, string Value)[] settings;
    Process? process;

    static ServerProcess()
    {
        foreach (var old in Logs.GetFiles().Where(f => f.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-1))) old.Delete();
    }

    ServerProcess(string program, DatabaseOptions database, (string Name, string Value)[] settings)
    {
        (this.program, this.database, this.settings) = (program, database, settings);
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}";
        Log = Path.Combine(Logs.FullName, $"{port}.log");
        File.Delete(Log);
        Http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    public HttpClient Http { get; }

    /// <summary>The file with all that it said.</summary>
    public string Log { get; }

    public static Task<ServerProcess> Start(DatabaseOptions database, params (string Name, string Value)[] settings) =>
        Start(Repository.Program, database, settings);

    /// <param name="program">The program's dll, built or published.</param>
    public static async Task<ServerProcess> Start(string program, DatabaseOptions database, params (string Name, string Value)[] settings)
    {
        var server = new ServerProcess(program, database, settings);
        await server.Start();
        return server;
    }

    /// <summary>Starts it, and returns once it listens.</summary>
    public async Task Start()
    {
        process = ProgramRun.Start(program, ["--Urls", Address, "--Scans:Folder", scans], database, settings);
        var greeted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Keep(object _, DataReceivedEventArgs said)
        {
            if (said.Data is not { } line) return;
            lock (Logs) File.AppendAllText(Log, line + "\n");
            if (line.StartsWith(Greeting, StringComparison.Ordinal)) greeted.TrySetResult();
        }
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(greeted.Task, process.WaitForExitAsync()).WaitAsync(Patience) != greeted.Task)
            throw new InvalidOperationException($"The program ended before it listened:\n{Tail()}");
    }

    /// <summary>The last lines that it said.</summary>
    public string Tail(int lines = 40)
    {
        lock (Logs) return File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(lines)) : "";
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Ends it, and starts it in the same place; of two settings of one name the later counts.</summary>
    public async Task StartAgain(params (string Name, string Value)[] changed)
    {
        await Kill();
        process!.Dispose();
        settings = [.. settings, .. changed];
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await Kill();
        process?.Dispose();
        Http.Dispose();
        if (Directory.Exists(scans)) Directory.Delete(scans, recursive: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
