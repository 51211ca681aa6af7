using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Participation.Data;

namespace Participation.TestKit;

/// <summary>The built program serving, in a process of its own; it can be killed and started again in the same place.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    const string Greeting = "Participation: ";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly DatabaseOptions database;
    readonly (string Name, string Value)[] settings;
    readonly string program;
    readonly string scans = Path.Combine(Path.GetTempPath(), $"participation-scans-{Guid.NewGuid():N}");
    Process? process;

    ServerProcess(string program, DatabaseOptions database, (string Name, string Value)[] settings)
    {
        (this.program, this.database, this.settings) = (program, database, settings);
        Address = $"http://127.0.0.1:{FreePort()}";
        Http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    public HttpClient Http { get; }

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
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith(Greeting, StringComparison.Ordinal)) continue;
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
