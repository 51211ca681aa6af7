using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VoidedSubmissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "VoidedAt",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // In place: to rebuild the table, as EF Core would, it would have to be away for a moment, and triggers refer to it.
            migrationBuilder.Sql("""ALTER TABLE "Submissions" DROP COLUMN "VoidedAt";""");
        }
    }
}
