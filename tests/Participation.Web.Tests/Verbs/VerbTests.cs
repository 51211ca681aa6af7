using System.Globalization;
using System.Text;
using System.Text.Json;
using Participation.Data;
using Participation.Domain.Tests.Plans;
using Participation.Domain.Time;
using Participation.TestKit;

namespace Participation.Web.Tests.Verbs;

public abstract class VerbTests(DatabaseProvider provider) : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("participation-").FullName;
    TestDatabase database = null!;

    [Fact]
    public async Task A_city_is_set_up_filled_reported_backed_up_and_restored_from_the_console()
    {
        Assert.Contains("Initial", await Done("migrate"), StringComparison.Ordinal);
        Assert.Contains("Up to date", await Done("migrate"), StringComparison.Ordinal);
        Assert.Contains("3 new consultations", await Done("seed", "demo"), StringComparison.Ordinal);
        Assert.Contains("0 new consultations", await Done("seed", "demo"), StringComparison.Ordinal);

        var plan = Write("plan.md", "# 章\n\n一つめ。\n\n二つめ。\n");
        Assert.Contains("1 sections and 2 passages", await Done("import-plan", "plan-2030", plan), StringComparison.Ordinal);
        var today = JapanTime.DayOf(TimeProvider.System.GetUtcNow(), JapanTime.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var csv = Write("heard.csv", "no,category,text\n1,道,広く\n2,道,明るく\n3,港,にぎやかに\n");
        var imported = await Done("import-opinions", "plan-2030", csv, "--channel", "meeting", "--received", today);
        Assert.Contains("Imported 3 opinions (0 late)", imported, StringComparison.Ordinal);
        Assert.Contains("道: 2", imported, StringComparison.Ordinal);

        var report = Path.Combine(folder, "report.csv");
        await Done("report", "plan-2030", "--format", "csv", "--out", report);
        Assert.Equal(1 + 5 + 3, Rows(report));
        var json = Path.Combine(folder, "report.json");
        await Done("report", "plan-2030", "--format", "json", "--out", json);
        Assert.Equal(8, JsonDocument.Parse(await File.ReadAllTextAsync(json)).RootElement.GetArrayLength());
        Assert.Contains("the chain holds", await Done("verify-audit"), StringComparison.Ordinal);

        var backup = Path.Combine(folder, "backup");
        await Done("backup", backup);
        await Done("import-opinions", "plan-2030", csv, "--channel", "meeting", "--received", today);
        await Done("restore", backup);
        await Done("report", "plan-2030", "--format", "csv", "--out", report);
        Assert.Equal(1 + 5 + 3, Rows(report));
    }

    [RealPlanFact]
    public async Task Real_cities_plans_and_opinions_go_through_the_program()
    {
        await Done("seed", "demo");
        var today = JapanTime.DayOf(TimeProvider.System.GetUtcNow(), JapanTime.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var plan in new[] { RealPlans.Kamaishi, RealPlans.KamaishiMaking, RealPlans.Ichinoseki })
            Assert.Matches(@"^Imported \d+ sections and \d+ passages\.", await Done("import-plan", "plan-2030", Path.Combine(RealPlans.Folder!, plan)));
        var heard = await Done(
            "import-opinions", "plan-2030", Path.Combine(RealPlans.Folder!, "ichinoseki-opinions.csv"), "--channel", "meeting", "--received", today);
        Assert.Contains("Imported 35 opinions (0 late)", heard, StringComparison.Ordinal);
        Assert.Equal([6, 6, 8, 4, 5, 3, 3], heard.Split('\n')[1..8].Select(line => int.Parse(line.Split(": ")[1], CultureInfo.InvariantCulture)));
        Assert.Contains(
            "Imported 26 entries", await Done("import-timeline", "plan-making", Path.Combine(RealPlans.Folder!, "kamaishi-timeline.csv")), StringComparison.Ordinal);
        Assert.Contains("the chain holds", await Done("verify-audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citys_first_administrator_comes_from_the_console()
    {
        var csv = Path.Combine(folder, "people.csv");
        await File.WriteAllTextAsync(csv, "name,email,role,office\n管理 太郎,admin@city.example.jp,administrator,\n誰か,someone@city.example.jp,staff,ない課\n");
        var said = await Done("import-people", csv, "--reason", "開設", "--Site:Address=https://sanka.city.example.jp");
        Assert.Contains("Added 1 people and gave 1 roles; 1 rows set aside.", said, StringComparison.Ordinal);
        Assert.Contains("line 3:", said, StringComparison.Ordinal);
        Assert.Contains("(office-unknown)", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import-plan nowhere plan.md", "plan.md")]
    [InlineData("report nowhere --format csv --out x.csv", "not-found")]
    [InlineData("report nowhere --format cuneiform --out x.csv", "cuneiform")]
    [InlineData("import-opinions nowhere", "usage: import-opinions")]
    [InlineData("restore no-such-file", "no-such-file")]
    [InlineData("import-timeline nowhere", "usage: import-timeline")]
    [InlineData("import-people nowhere.csv", "usage: import-people")]
    public async Task What_can_not_be_done_is_said_on_standard_error(string line, string words)
    {
        var (exit, _, error) = await ProgramRun.Of(line.Split(' '), database.Options);
        Assert.Equal(1, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => database = await TestDatabase.Create(provider);

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    async Task<string> Done(params string[] arguments)
    {
        var (exit, output, error) = await ProgramRun.Of(arguments, database.Options);
        Assert.True(exit is 0, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }

    string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text, new UTF8Encoding(false));
        return file;
    }

    // One of the demo's opinions has a line end in it, quoted.
    static int Rows(string csv) => File.ReadAllText(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;
}

public sealed class VerbsOnSqlite() : VerbTests(DatabaseProvider.Sqlite);

public sealed class VerbsOnPostgres() : VerbTests(DatabaseProvider.Postgres);
