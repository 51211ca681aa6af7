using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Participation.Data.Engines;

/// <summary>Tells whether a save failed because somebody else was first with a key that is used once.</summary>
public static class Duplicates
{
    const int SqlitePrimaryKey = 1555;
    const int SqliteUnique = 2067;

    public static bool IsDuplicate(this DbUpdateException fault) => fault.InnerException
        is SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
