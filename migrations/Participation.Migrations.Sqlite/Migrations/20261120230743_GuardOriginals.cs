using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GuardOriginals : Migration
    {
        /// <summary>Tables, and the columns that never change. How a submission counts may; what was said may not.</summary>
        static readonly (string Table, string FixedColumns)[] Guarded =
        [
            ("Submissions", """
                "Id", "ConsultationId", "Number", "Sequence", "Channel", "ReceivedAt", "ReceivedOn", "PostmarkedOn"
                """),
            ("Opinions", """
                "Id", "SubmissionId", "ConsultationId", "Sequence", "Ordinal", "ReceivedAt", "Channel", "Anchor", "Section", "Quote", "Topic", "Text"
                """),
            ("LiveEvents", """
                "Stream", "Sequence", "Kind", "At", "Data"
                """),
            ("AuditEntries", """
                "Sequence", "At", "Actor", "Name", "Subject", "Detail", "Hash"
                """),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The last line: even a program with a fault in it can't change or delete what was received.
            foreach (var (table, fixedColumns) in Guarded)
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}"
                    BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_no_update" BEFORE UPDATE OF {fixedColumns} ON "{table}"
                    BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END;
                    """);
            }
            migrationBuilder.Sql("""
                CREATE TRIGGER "Submissions_no_late_withdrawal" BEFORE UPDATE OF "Status", "WithdrawnAt" ON "Submissions"
                WHEN NEW."WithdrawnAt" IS NULL
                  OR NEW."WithdrawnAt" >= (SELECT "Closes" FROM "Consultations" WHERE "Id" = OLD."ConsultationId")
                BEGIN SELECT RAISE(ABORT, 'a submission is withdrawn before the close or not at all'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, _) in Guarded)
                migrationBuilder.Sql($"""DROP TRIGGER "{table}_no_delete"; DROP TRIGGER "{table}_no_update";""");
            migrationBuilder.Sql("""DROP TRIGGER "Submissions_no_late_withdrawal";""");
        }
    }
}
