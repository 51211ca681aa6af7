using System.Diagnostics;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Browser.Tests.Running;

/// <summary>The program as a city installs it: published, its files compressed beforehand, not in Development.</summary>
public sealed class PublishedSite : Site
{
    readonly string folder = Directory.CreateTempSubdirectory("participation-published-").FullName;

    protected override async Task<ServerProcess> Serve(DatabaseOptions options)
    {
        var configuration = new DirectoryInfo(Path.GetDirectoryName(Repository.Program)!).Parent!.Name;
        string[] arguments = ["publish", Path.Combine(Repository.Root, "src", "Participation.Web"), "--no-build", "-c", configuration, "-o", folder, "-v", "quiet", "-nologo"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode is 0, said);
        // Production refuses the demo; everything else in Staging is as there, but for the demo's people, who have no second factor.
        return await ServerProcess.Start(
            Path.Combine(folder, "Participation.Web.dll"), options, ("ASPNETCORE_ENVIRONMENT", "Staging"), ("Seeds__Load", "demo"),
            ("Accounts__StaffSecondFactor", "false"));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
