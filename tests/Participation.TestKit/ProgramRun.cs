using System.Diagnostics;
using Participation.Data;

namespace Participation.TestKit;

/// <summary>Runs the built program as an operator does, to its end.</summary>
public static class ProgramRun
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="settings">Environment variables, over those of a quiet Development run.</param>
    public static async Task<(int Exit, string Output, string Error)> Of(
        string[] arguments, DatabaseOptions? database = null, params (string Name, string Value)[] settings)
    {
        using var process = Start(arguments, database, settings);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    public static Process Start(string[] arguments, DatabaseOptions? database, params (string Name, string Value)[] settings) =>
        Start(Repository.Program, arguments, database, settings);

    /// <param name="program">The program's dll, built or published.</param>
    public static Process Start(string program, string[] arguments, DatabaseOptions? database, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["LANG"] = "en_GB.UTF-8";
        if (database is not null)
        {
            start.Environment["Database__Provider"] = database.Provider.ToString();
            start.Environment["ConnectionStrings__Participation"] = database.ConnectionString;
        }
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
