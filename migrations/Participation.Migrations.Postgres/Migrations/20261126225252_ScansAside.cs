using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ScansAside : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Aside",
                table: "Scans",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Whether it is put aside may change; the rest is only ever added to.
            migrationBuilder.Sql("""
                DROP TRIGGER "Scans_no_update" ON "Scans";
                CREATE TRIGGER "Scans_no_update" BEFORE UPDATE OF "Id", "SubmissionId", "Kind", "Name", "File", "Sha256", "Size", "By", "At" ON "Scans" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Scans_no_update" ON "Scans";
                CREATE TRIGGER "Scans_no_update" BEFORE UPDATE ON "Scans" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                """);

            migrationBuilder.DropColumn(
                name: "Aside",
                table: "Scans");
        }
    }
}
