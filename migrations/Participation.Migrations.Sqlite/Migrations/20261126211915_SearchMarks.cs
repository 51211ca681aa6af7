using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Read from the log anew, with the marks of channel and consultation: of what is in it nothing can be changed in place.
            migrationBuilder.Sql("""INSERT INTO "SearchGrams" ("SearchGrams") VALUES ('delete-all'); DELETE FROM "SearchEntries"; DELETE FROM "SearchPositions";""");

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "SearchEntries",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_UngroupedOnSection",
                table: "Opinions",
                columns: new[] { "ConsultationId", "Section", "Sequence" },
                filter: "NOT \"Grouped\" AND \"Status\" = 'Accepted'");

            migrationBuilder.CreateIndex(
                name: "IX_DeskEntries_Noted",
                table: "DeskEntries",
                column: "At",
                filter: "\"Act\" = 'Noted'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Opinions_UngroupedOnSection",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_DeskEntries_Noted",
                table: "DeskEntries");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "SearchEntries");
        }
    }
}
