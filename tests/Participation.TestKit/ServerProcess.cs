using System.Diagnostics;
using Participation.Data;

namespace Participation.TestKit;

/// <summary>The built program serving, in a process of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    const string Greeting = "Participation: ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;

    ServerProcess(Process process, string address) => (this.process, Http) = (process, new HttpClient { BaseAddress = new Uri(address) });

    public HttpClient Http { get; }

    public static async Task<ServerProcess> Start(DatabaseOptions database, params (string Name, string Value)[] settings)
    {
        var process = ProgramRun.Start(["--Urls", "http://127.0.0.1:0"], database, settings);
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith(Greeting, StringComparison.Ordinal)) continue;
            // Read on, or the pipe fills and the program stands still.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new(process, line[Greeting.Length..]);
        }
        throw new InvalidOperationException($"The program ended before it listened: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Http.Dispose();
    }
}
