using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Translations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Translations",
                table: "Spaces",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Translations",
                table: "SiteFaces",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Translations",
                table: "Consultations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // In place: to rebuild a table, as EF Core would, it would have to be away for a moment, and a trigger refers to it.
            migrationBuilder.Sql("""ALTER TABLE "Spaces" DROP COLUMN "Translations";""");
            migrationBuilder.Sql("""ALTER TABLE "SiteFaces" DROP COLUMN "Translations";""");
            migrationBuilder.Sql("""ALTER TABLE "Consultations" DROP COLUMN "Translations";""");
        }
    }
}
