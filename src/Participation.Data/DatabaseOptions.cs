namespace Participation.Data;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Which engine and where (<c>Database:Provider</c>, <c>ConnectionStrings:Participation</c>).</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
