using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Disposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Disposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Removed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disposals_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Disposals_ConsultationId",
                table: "Disposals",
                column: "ConsultationId",
                unique: true);

            // A sender is let go only where it is written down that their time is over.
            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_delete";
                CREATE TRIGGER "Contacts_no_delete" BEFORE DELETE ON "Contacts"
                WHEN NOT EXISTS (
                    SELECT 1 FROM "Submissions" s JOIN "Disposals" d ON d."ConsultationId" = s."ConsultationId" WHERE s."Id" = OLD."SubmissionId")
                BEGIN SELECT RAISE(ABORT, 'Contacts are only removed by a disposal'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "Disposals_no_delete" BEFORE DELETE ON "Disposals"
                BEGIN SELECT RAISE(ABORT, 'Disposals are only ever added to'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Disposals_no_delete";
                DROP TRIGGER "Contacts_no_delete";
                CREATE TRIGGER "Contacts_no_delete" BEFORE DELETE ON "Contacts"
                BEGIN SELECT RAISE(ABORT, 'Contacts are only ever added to'); END;
                """);
            migrationBuilder.DropTable(
                name: "Disposals");
        }
    }
}
