using System.Reflection;
using System.Text.RegularExpressions;
using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Architecture;

/// <summary>What keeps the house easy to change (docs/adr/0001-the-house.md).</summary>
public sealed partial class HouseRules(OnSqlite engine) : IClassFixture<OnSqlite>
{
    static readonly Assembly Application = typeof(ApplicationServices).Assembly;
    static readonly string Root = Repository.Root;

    [Theory]
    [InlineData("Participation.Domain")]
    [InlineData("Participation.Data", "Participation.Domain")]
    [InlineData("Participation.Application", "Participation.Domain", "Participation.Data", "Participation.Documents")]
    [InlineData("Participation.Documents")]
    [InlineData("Participation.Client")]
    public void References_run_one_way(string project, params string[] allowed)
    {
        var referenced = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Participation.", StringComparison.Ordinal));
        Assert.Empty(referenced.Except(allowed));
    }

    [Fact]
    public void The_domain_knows_nothing_but_the_base_class_library() =>
        Assert.All(Assembly.Load("Participation.Domain").GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Every_request_states_its_audience_and_answers_with_an_outcome()
    {
        var requests = Application.GetTypes()
            .Select(t => (Type: t, Face: t.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))))
            .Where(r => r.Face is not null).ToList();
        Assert.NotEmpty(requests);
        Assert.All(requests, r =>
        {
            Assert.True(r.Type.GetCustomAttribute<AudienceAttribute>() is not null, $"{r.Type.Name} states no audience.");
            Assert.Equal(typeof(Outcome<>), r.Face!.GenericTypeArguments[0].GetGenericTypeDefinition());
        });
    }

    [Fact]
    public void No_file_is_over_300_lines() => Assert.All(Sources("src", "tests", "bench"), file =>
        Assert.True(File.ReadLines(file).Count() <= 300, $"{Path.GetRelativePath(Root, file)} has more than 300 lines."));

    [Fact]
    public void Nobody_has_a_clock_of_their_own() => Assert.All(Sources("src"), file =>
        Assert.False(OwnClock().IsMatch(File.ReadAllText(file)), $"{Path.GetRelativePath(Root, file)} asks for the time elsewhere than TimeProvider."));

    [Fact]
    public void Nobody_writes_past_the_lane() => Assert.All(Sources("src/Participation.Application", "src/Participation.Web"), file =>
        Assert.DoesNotMatch("ExecuteUpdate|ExecuteDelete|ExecuteSql", File.ReadAllText(file)));

    [Fact]
    public void Only_the_engines_open_connections_so_that_one_alone_writes() => Assert.All(
        Sources("src").Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Engines{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        file => Assert.DoesNotMatch("new (Sqlite|Npgsql)(Connection|DataSource)\\b|UseSqlite|UseNpgsql|wal_checkpoint", File.ReadAllText(file)));

    [Fact]
    public void AutoMapper_maps_flat_and_valid()
    {
        var maps = engine.App.Services.GetRequiredService<IConfigurationProvider>();
        maps.AssertConfigurationIsValid();
        // The pinned version can be made to recurse without end by rows that hold rows.
        Assert.All(maps.GetAllTypeMaps().SelectMany(m => m.DestinationType.GetProperties()), property =>
            Assert.False(property.PropertyType.Assembly.GetName().Name!.StartsWith("Participation.", StringComparison.Ordinal) && !property.PropertyType.IsEnum,
                $"{property.DeclaringType!.Name}.{property.Name} is not flat."));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=unused.db")]
    [InlineData(DatabaseProvider.Postgres, "Host=unused;Database=unused")]
    public void The_model_has_no_change_without_a_migration(DatabaseProvider provider, string connection)
    {
        using var db = DatabaseFactory.ForMigrating(new DatabaseOptions(provider, connection));
        Assert.False(db.Database.HasPendingModelChanges(), "Run tools/add-migration NAME.");
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" or ".css")
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|new Stopwatch|Stopwatch\.StartNew")]
    private static partial Regex OwnClock();
}
