using Microsoft.Data.Sqlite;

namespace Participation.Data.Engines;

/// <summary>
/// Lets one at a time near a database file, across processes: the program's verbs may run while it serves. A file lock, because the
/// system lets go of it when a process dies.
/// </summary>
static class SqliteGate
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>To write.</summary>
    public static IDisposable Enter(string connectionString)
    {
        var path = Beside(connectionString, "writer");
        var since = Environment.TickCount64;
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return Lock(path);
            }
            catch (IOException held) when (MayBeFree(held, since))
            {
                wait.SpinOnce();
            }
        }
    }

    /// <summary>For longer than a write takes, so without keeping a thread.</summary>
    public static async Task<IAsyncDisposable> EnterAsync(string connectionString, string name, CancellationToken ct)
    {
        var path = Beside(connectionString, name);
        var since = Environment.TickCount64;
        while (true)
        {
            try
            {
                return Lock(path);
            }
            catch (IOException held) when (MayBeFree(held, since))
            {
                // By chance, or the one who waits would come too late each time.
                await Task.Delay(Random.Shared.Next(1, 8), ct);
            }
        }
    }

    static string Beside(string connectionString, string name) => $"{Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource)}-{name}";

    static FileStream Lock(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1);

    static bool MayBeFree(IOException held, long since) =>
        held is not (DirectoryNotFoundException or FileNotFoundException) && Environment.TickCount64 - since < Patience.TotalMilliseconds;
}
