using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Amendments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AmendedAt",
                table: "Consultations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Amendments",
                table: "Consultations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // SQLite drops a column in place; the builder would make the table anew, and the guards on it would be lost.
            migrationBuilder.Sql("""ALTER TABLE "Consultations" DROP COLUMN "Amendments";""");
            migrationBuilder.Sql("""ALTER TABLE "Consultations" DROP COLUMN "AmendedAt";""");
        }
    }
}
