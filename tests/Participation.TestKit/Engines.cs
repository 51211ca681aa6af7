using Participation.Data;
using Xunit;

namespace Participation.TestKit;

/// <summary>One application for all the tests of a class.</summary>
public abstract class EngineFixture(DatabaseProvider provider) : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TestApp.Start(provider);

    public async Task DisposeAsync() => await App.DisposeAsync();
}

public sealed class OnSqlite() : EngineFixture(DatabaseProvider.Sqlite);

public sealed class OnPostgres() : EngineFixture(DatabaseProvider.Postgres);
