using System.Diagnostics;

namespace Participation.Bench.Running;

/// <summary>A PostgreSQL of our own on a free loopback port, with fsync on; it goes with its folder.</summary>
sealed class PostgresCluster : IAsyncDisposable
{
    readonly string bin;
    readonly string folder;

    PostgresCluster(string bin, string folder, int port)
    {
        (this.bin, this.folder) = (bin, folder);
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    public string ConnectionString { get; }

    public static async Task<PostgresCluster> Start(string folder)
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new BenchException("PostgreSQL is not installed.");
        var port = Ports.Free();
        var cluster = new PostgresCluster(bin, Path.Combine(folder, "postgres"), port);
        Directory.CreateDirectory(cluster.folder);
        if (Environment.UserName is "root")
        {
            // PostgreSQL refuses to run as root.
            await Run("chown", "postgres", cluster.folder);
            await Run("chmod", "711", folder);
        }
        await cluster.Tool("initdb", "-D", cluster.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await cluster.Tool("pg_ctl", "-D", cluster.Data, "-w", "-l", Path.Combine(cluster.folder, "log"), "-o", $"-p {port} -k '' -c listen_addresses=127.0.0.1", "start");
        return cluster;
    }

    public async ValueTask DisposeAsync() => await Tool("pg_ctl", "-D", Data, "-m", "immediate", "stop");

    string Data => Path.Combine(folder, "data");

    Task Tool(string name, params string[] arguments) => Environment.UserName is "root"
        ? Run("runuser", ["-u", "postgres", "--", "env", "-C", "/", Path.Combine(bin, name), .. arguments])
        : Run(Path.Combine(bin, name), arguments);

    static async Task Run(string program, params string[] arguments)
    {
        // Output goes nowhere: a server that inherits a pipe would keep it open for ever.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode is not 0) throw new BenchException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
