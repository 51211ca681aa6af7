using System.Diagnostics;

namespace Participation.Bench.Running;

/// <summary>A process we started: its first lines are waited for, its end is ours.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly Process process;
    readonly Task<string> errors;

    ChildProcess(Process process) => (this.process, errors) = (process, process.StandardError.ReadToEndAsync());

    public int Id => process.Id;

    public StreamWriter Input => process.StandardInput;

    /// <summary>Runs a .NET program and returns once it printed a line that begins so.</summary>
    public static async Task<ChildProcess> Start(string dll, IEnumerable<string> arguments, string ready, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var child = new ChildProcess(Process.Start(start)!);
        await child.WaitFor(ready);
        return child;
    }

    /// <summary>Ourselves in another role.</summary>
    public static Task<ChildProcess> Self(params string[] arguments) => Start(typeof(ChildProcess).Assembly.Location, arguments, "ready");

    /// <summary>The rest of the line that begins so.</summary>
    public async Task<string> WaitFor(string beginning)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line[beginning.Length..].Trim();
        throw new BenchException($"A process ended before it said \"{beginning}\": {await errors}");
    }

    public async Task<string> ReadLine() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new BenchException($"A process ended: {await errors}");

    /// <summary>Reads on and forgets, or the pipe fills and the process stands still.</summary>
    public void Ignore() => _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    /// <summary>SIGKILL: as a power cut would, but for the disk's cache.</summary>
    public async Task Kill()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }
}
