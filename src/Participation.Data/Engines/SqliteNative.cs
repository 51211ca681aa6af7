using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Participation.Data.Engines;

/// <summary>Makes the pinned SQLite packages load, on the operating system's patched SQLite (docs/adr/0006-package-pins.md).</summary>
static class SqliteNative
{
    const string Bundled = "e_sqlite3";
    static readonly string[] System = ["libsqlite3.so.0", "libsqlite3.dylib"];

    /// <summary>EF Core names a later assembly version than the one that is to be had: the file beside us is the right one.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The loader must be told before anything touches SQLite.")]
    internal static void Initialize() => AssemblyLoadContext.Default.Resolving += (context, name) =>
    {
        if (name.Name?.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) is not true) return null;
        // Beside this assembly, not the program: design-time tools start from elsewhere.
        var path = Path.Combine(Path.GetDirectoryName(typeof(SqliteNative).Assembly.Location)!, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    };

    /// <summary>The bundle's SQLite is 3.35.5, which has known holes; the system's is kept patched. Call before the first connection.</summary>
    public static void PreferSystemLibrary()
    {
        if (Interlocked.Exchange(ref preferred, 1) == 1) return;
        NativeLibrary.SetDllImportResolver(Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"), (library, assembly, search) =>
        {
            if (library != Bundled) return 0;
            foreach (var name in System)
                if (NativeLibrary.TryLoad(name, out var handle)) return handle;
            return NativeLibrary.Load(library, assembly, search);
        });
        SQLitePCL.Batteries_V2.Init();
        // Counting its memory takes a lock that all connections share, for a figure that nobody reads.
        SQLitePCL.raw.sqlite3_config(ConfigMemoryStatus, 0);
    }

    /// <summary>SQLITE_CONFIG_MEMSTATUS.</summary>
    const int ConfigMemoryStatus = 9;

    static int preferred;

    public static string Version => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
}
