using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Departures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SenderMonths",
                table: "Consultations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Departures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Senders = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReleasedSenders",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepartureId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleasedSenders", x => x.SubmissionId);
                    table.ForeignKey(
                        name: "FK_ReleasedSenders_Departures_DepartureId",
                        column: x => x.DepartureId,
                        principalTable: "Departures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReleasedSenders_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReleasedSenders_DepartureId",
                table: "ReleasedSenders",
                column: "DepartureId");

            // A contact also goes where it is written down that its sender deletes their account.
            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_delete";
                CREATE TRIGGER "Contacts_no_delete" BEFORE DELETE ON "Contacts"
                WHEN NOT EXISTS (SELECT 1 FROM "ReleasedSenders" r WHERE r."SubmissionId" = OLD."SubmissionId") AND NOT EXISTS (
                    SELECT 1 FROM "Submissions" s JOIN "Disposals" d ON d."ConsultationId" = s."ConsultationId" WHERE s."Id" = OLD."SubmissionId")
                BEGIN SELECT RAISE(ABORT, 'Contacts are only removed by a disposal'); END;
                """);
            foreach (var table in new[] { "Departures", "ReleasedSenders" })
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}"
                    BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END;
                    """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_delete";
                CREATE TRIGGER "Contacts_no_delete" BEFORE DELETE ON "Contacts"
                WHEN NOT EXISTS (
                    SELECT 1 FROM "Submissions" s JOIN "Disposals" d ON d."ConsultationId" = s."ConsultationId" WHERE s."Id" = OLD."SubmissionId")
                BEGIN SELECT RAISE(ABORT, 'Contacts are only removed by a disposal'); END;
                """);

            migrationBuilder.DropTable(
                name: "ReleasedSenders");

            migrationBuilder.DropTable(
                name: "Departures");

            // Not DropColumn: EF would make the table anew, without its triggers.
            migrationBuilder.Sql("""ALTER TABLE "Consultations" DROP COLUMN "SenderMonths";""");
        }
    }
}
