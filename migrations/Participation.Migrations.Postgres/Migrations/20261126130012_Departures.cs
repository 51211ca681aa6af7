using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
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
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Departures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Words = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    BegunAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Senders = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReleasedSenders",
                columns: table => new
                {
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartureId = table.Column<Guid>(type: "uuid", nullable: false)
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
                CREATE OR REPLACE FUNCTION participation_only_disposed() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF EXISTS (SELECT 1 FROM "ReleasedSenders" r WHERE r."SubmissionId" = OLD."SubmissionId") OR EXISTS (
                        SELECT 1 FROM "Submissions" s JOIN "Disposals" d ON d."ConsultationId" = s."ConsultationId" WHERE s."Id" = OLD."SubmissionId")
                    THEN RETURN OLD; END IF;
                    RAISE EXCEPTION 'Contacts are only removed by a disposal';
                END $$;
                """);
            foreach (var table in new[] { "Departures", "ReleasedSenders" })
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                    CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION participation_only_added_to();
                    """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE OR REPLACE FUNCTION participation_only_disposed() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF EXISTS (
                        SELECT 1 FROM "Submissions" s JOIN "Disposals" d ON d."ConsultationId" = s."ConsultationId" WHERE s."Id" = OLD."SubmissionId")
                    THEN RETURN OLD; END IF;
                    RAISE EXCEPTION 'Contacts are only removed by a disposal';
                END $$;
                """);

            migrationBuilder.DropTable(
                name: "ReleasedSenders");

            migrationBuilder.DropTable(
                name: "Departures");

            migrationBuilder.DropColumn(
                name: "SenderMonths",
                table: "Consultations");
        }
    }
}
