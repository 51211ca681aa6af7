using Microsoft.Data.Sqlite;

namespace Participation.Data.Engines;

/// <summary>
/// Lets one writer at a time near a database file, across processes: the program's verbs may run while it serves. A file lock,
/// because the system lets go of it when a process dies.
/// </summary>
static class SqliteGate
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static IDisposable Enter(string connectionString)
    {
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource) + "-writer";
        var since = Environment.TickCount64;
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1);
            }
            catch (IOException held) when (held is not (DirectoryNotFoundException or FileNotFoundException)
                && Environment.TickCount64 - since < Patience.TotalMilliseconds)
            {
                wait.SpinOnce();
            }
        }
    }
}
