using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
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
                type: "character varying(64)",
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

            migrationBuilder.DropColumn(
                name: "Sheet",
                table: "Submissions");
        }
    }
}
