using Microsoft.EntityFrameworkCore.Migrations;
using Participation.Data.Engines;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EditionFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Figures",
                table: "Editions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RefuseWhile(
                """EXISTS (SELECT 1 FROM "Editions" WHERE CAST("Figures" AS TEXT) <> '[]')""",
                "What was published is held by its hash together with its figures: without them nobody could check it again.");

            // In place: EF Core would rebuild the table, and triggers refer to it.
            migrationBuilder.Sql("""ALTER TABLE "Editions" DROP COLUMN "Figures";""");
        }
    }
}
