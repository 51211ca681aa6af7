using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Moderation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Withheld",
                table: "Opinions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ModerationCases",
                columns: table => new
                {
                    OpinionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    WaitsSince = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Appeal = table.Column<string>(type: "TEXT", nullable: true),
                    AppealDecidedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModerationCases", x => x.OpinionId);
                    table.ForeignKey(
                        name: "FK_ModerationCases_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpinionReports",
                columns: table => new
                {
                    OpinionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reporter = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionReports", x => new { x.OpinionId, x.Reporter });
                    table.ForeignKey(
                        name: "FK_OpinionReports_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_ConsultationId_Withheld",
                table: "Opinions",
                columns: new[] { "ConsultationId", "Withheld" },
                filter: "\"Withheld\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCases_State_WaitsSince",
                table: "ModerationCases",
                columns: new[] { "State", "WaitsSince" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ModerationCases");

            migrationBuilder.DropTable(
                name: "OpinionReports");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_ConsultationId_Withheld",
                table: "Opinions");

            // In place: to rebuild the table, as EF Core would, it would have to be away for a moment, and a trigger refers to it.
            migrationBuilder.Sql("""ALTER TABLE "Opinions" DROP COLUMN "Withheld";""");
        }
    }
}
