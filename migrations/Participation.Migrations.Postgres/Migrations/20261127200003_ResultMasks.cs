using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Participation.Data.Engines;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ResultMasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "QuoteHidden",
                table: "Opinions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ResultMasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    LiftedAt = table.Column<long>(type: "bigint", nullable: true),
                    LiftedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LiftReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultMasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultMasks_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ResultMasks_ConsultationId",
                table: "ResultMasks",
                column: "ConsultationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RefuseWhile(
                """EXISTS (SELECT 1 FROM "ResultMasks" WHERE "LiftedAt" IS NULL) OR EXISTS (SELECT 1 FROM "Opinions" WHERE "QuoteHidden")""",
                "What is hidden in a published result, or in a quote, would be shown to everybody again: an earlier version knows of neither.");

            migrationBuilder.DropTable(
                name: "ResultMasks");

            migrationBuilder.DropColumn(
                name: "QuoteHidden",
                table: "Opinions");
        }
    }
}
