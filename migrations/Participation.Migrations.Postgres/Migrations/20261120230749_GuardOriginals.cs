using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
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
            migrationBuilder.Sql("""
                CREATE FUNCTION participation_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% are only ever added to', TG_TABLE_NAME; END $$;
                """);
            foreach (var (table, fixedColumns) in Guarded)
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}"
                    FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_no_update" BEFORE UPDATE OF {fixedColumns} ON "{table}"
                    FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                    """);
            }
            migrationBuilder.Sql("""
                CREATE FUNCTION participation_no_late_withdrawal() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN
                  IF NEW."WithdrawnAt" IS NULL
                    OR NEW."WithdrawnAt" >= (SELECT "Closes" FROM "Consultations" WHERE "Id" = OLD."ConsultationId")
                  THEN RAISE EXCEPTION 'a submission is withdrawn before the close or not at all'; END IF;
                  RETURN NEW;
                END $$;
                CREATE TRIGGER "Submissions_no_late_withdrawal" BEFORE UPDATE OF "Status", "WithdrawnAt" ON "Submissions"
                FOR EACH ROW EXECUTE FUNCTION participation_no_late_withdrawal();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, _) in Guarded)
                migrationBuilder.Sql($"""DROP TRIGGER "{table}_no_delete" ON "{table}"; DROP TRIGGER "{table}_no_update" ON "{table}";""");
            migrationBuilder.Sql("""
                DROP TRIGGER "Submissions_no_late_withdrawal" ON "Submissions";
                DROP FUNCTION participation_no_late_withdrawal();
                DROP FUNCTION participation_only_added_to();
                """);
        }
    }
}
