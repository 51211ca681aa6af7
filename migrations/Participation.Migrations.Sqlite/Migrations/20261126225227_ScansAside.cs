using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Whether it is put aside may change; the rest is only ever added to.
            migrationBuilder.Sql("""
                DROP TRIGGER "Scans_no_update";
                CREATE TRIGGER "Scans_no_update" BEFORE UPDATE OF "Id", "SubmissionId", "Kind", "Name", "File", "Sha256", "Size", "By", "At" ON "Scans"
                BEGIN SELECT RAISE(ABORT, 'Scans are only ever added to'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Scans_no_update";
                CREATE TRIGGER "Scans_no_update" BEFORE UPDATE ON "Scans"
                BEGIN SELECT RAISE(ABORT, 'Scans are only ever added to'); END;
                """);

            // In place: EF Core would make the table anew, without its trigger.
            migrationBuilder.Sql("""ALTER TABLE "Scans" DROP COLUMN "Aside";""");
        }
    }
}
