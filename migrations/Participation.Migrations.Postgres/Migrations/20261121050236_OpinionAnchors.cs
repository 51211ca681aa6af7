using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OpinionAnchors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Opinions_ConsultationId_Anchor_Sequence",
                table: "Opinions",
                columns: new[] { "ConsultationId", "Anchor", "Sequence" },
                filter: "\"Anchor\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_ConsultationId_Anchor_Sequence",
                table: "Opinions");
        }
    }
}
