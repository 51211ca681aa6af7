using System.Net;
using System.Net.Sockets;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Hosting;

public sealed class StartingTests
{
    [Theory]
    [InlineData("Clock__StartAt", "2026-01-23T23:59:00+09:00", "Clock:StartAt is refused in Production")]
    [InlineData("Seeds__Load", "demo", "Seeds:Load=demo is refused in Production")]
    [InlineData("Database__Provider", "Oracle", "Database:Provider=Oracle is none of Sqlite, Postgres")]
    [InlineData("Database__Provider", "Postgres", "ConnectionStrings:Participation is needed")]
    public async Task A_setting_that_can_not_be_used_is_named(string name, string value, string words)
    {
        var (exit, _, error) = await ProgramRun.Of([], null, ("ASPNETCORE_ENVIRONMENT", "Production"), (name, value));
        Assert.Equal(1, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_file_that_can_not_be_made_is_named()
    {
        var inAFile = Path.Combine(Path.GetTempFileName(), "city.db");
        var (exit, _, error) = await ProgramRun.Of([], new(DatabaseProvider.Sqlite, $"Data Source={inAFile}"));
        Assert.Equal(1, exit);
        Assert.Contains("city.db", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5000));
        var (exit, _, error) = await ProgramRun.Of(["migrate"], new(DatabaseProvider.Sqlite, $"Data Source={file}"));
        Assert.Equal(1, exit);
        Assert.Contains(file, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (exit, _, error) = await ProgramRun.Of(["--Urls", address, "--Seeds:Load", "None"], database.Options);
        Assert.Equal(1, exit);
        Assert.Contains(address, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
