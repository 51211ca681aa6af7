using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class GuardSenders : Migration
    {
        static readonly string[] Guarded = ["Submissions", "Opinions", "Contacts", "LiveEvents", "AuditEntries"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Who sent it, and by which secret they find it again, is as original as what they said.
            migrationBuilder.Sql("""
                CREATE TRIGGER "Submissions_no_other_sender" BEFORE UPDATE OF "SecretHash", "AgeBand", "District", "KeyedBy" ON "Submissions"
                FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                CREATE TRIGGER "Contacts_no_change" BEFORE UPDATE OR DELETE ON "Contacts"
                FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                """);
            // Emptying a table asks no row's trigger.
            foreach (var table in Guarded)
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}"
                    FOR EACH STATEMENT EXECUTE FUNCTION participation_only_added_to();
                    """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Guarded) migrationBuilder.Sql($"""DROP TRIGGER "{table}_no_truncate" ON "{table}";""");
            migrationBuilder.Sql("""
                DROP TRIGGER "Submissions_no_other_sender" ON "Submissions";
                DROP TRIGGER "Contacts_no_change" ON "Contacts";
                """);
        }
    }
}
