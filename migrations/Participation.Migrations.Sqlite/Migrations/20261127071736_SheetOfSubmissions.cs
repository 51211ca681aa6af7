using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SheetOfSubmissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Sheet",
                table: "Submissions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ConsultationId_Sheet_Sequence",
                table: "Submissions",
                columns: new[] { "ConsultationId", "Sheet", "Sequence" },
                filter: "\"Sheet\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_ConsultationId_Sheet_Sequence",
                table: "Submissions");

            // In place: to rebuild the table, as EF Core would, it would have to be away for a moment, and triggers refer to it.
            migrationBuilder.Sql("""ALTER TABLE "Submissions" DROP COLUMN "Sheet";""");
        }
    }
}
