using Microsoft.EntityFrameworkCore.Migrations;

namespace Participation.Data.Engines;

/// <summary>A migration that can't honestly go down says so, and nothing of it happens.</summary>
public static class MigrationRefusal
{
    /// <param name="condition">What stands in the way, in words that both engines know: <c>EXISTS (SELECT 1 FROM …)</c>.</param>
    /// <param name="sentence">What would be lost, and what to do instead.</param>
    public static void RefuseWhile(this MigrationBuilder migration, string condition, string sentence)
    {
        var said = sentence.Replace("'", "''", StringComparison.Ordinal);
        // SQLite can only refuse from within a trigger.
        migration.Sql(migration.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) is true
            ? $"""
                CREATE TEMP TABLE "Refusal" ("Asked" INTEGER);
                CREATE TEMP TRIGGER "Refusal_said" BEFORE INSERT ON "Refusal" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{said}'); END;
                INSERT INTO "Refusal" VALUES (1);
                DROP TABLE "Refusal";
                """
            : $"""
                DO $$ BEGIN
                    IF {condition} THEN RAISE EXCEPTION '{said.Replace("%", "%%", StringComparison.Ordinal)}'; END IF;
                END $$;
                """);
    }
}
