using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GuardSenders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Who sent it, and by which secret they find it again, is as original as what they said.
            migrationBuilder.Sql("""
                CREATE TRIGGER "Submissions_no_other_sender" BEFORE UPDATE OF "SecretHash", "AgeBand", "District", "KeyedBy" ON "Submissions"
                BEGIN SELECT RAISE(ABORT, 'Submissions are only ever added to'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Contacts_no_delete" BEFORE DELETE ON "Contacts"
                BEGIN SELECT RAISE(ABORT, 'Contacts are only ever added to'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts"
                BEGIN SELECT RAISE(ABORT, 'Contacts are only ever added to'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            DROP TRIGGER "Submissions_no_other_sender"; DROP TRIGGER "Contacts_no_delete"; DROP TRIGGER "Contacts_no_update";
            """);
    }
}
