using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Assignee",
                table: "Submissions",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DeskVersion",
                table: "Submissions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "OfficeId",
                table: "Submissions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DeskVersion",
                table: "Opinions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MaskedText",
                table: "Opinions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Masks",
                table: "Opinions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartLength",
                table: "Opinions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PartOf",
                table: "Opinions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartStart",
                table: "Opinions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScopeReason",
                table: "Opinions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeskEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeskEntries_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Scans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    File = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Scans_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ConsultationId_Assignee_Sequence",
                table: "Submissions",
                columns: new[] { "ConsultationId", "Assignee", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ConsultationId_Channel_Sequence",
                table: "Submissions",
                columns: new[] { "ConsultationId", "Channel", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ConsultationId_OfficeId_Sequence",
                table: "Submissions",
                columns: new[] { "ConsultationId", "OfficeId", "Sequence" },
                filter: "\"OfficeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_ConsultationId_Status_Sequence",
                table: "Submissions",
                columns: new[] { "ConsultationId", "Status", "Sequence" },
                filter: "\"Status\" <> 'Accepted'");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_OutOfScope",
                table: "Opinions",
                columns: new[] { "ConsultationId", "Sequence" },
                filter: "\"Status\" = 'OutOfScope'");

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_PartOf",
                table: "Opinions",
                column: "PartOf",
                filter: "\"PartOf\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeskEntries_SubmissionId_At",
                table: "DeskEntries",
                columns: new[] { "SubmissionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Scans_SubmissionId_Sha256",
                table: "Scans",
                columns: new[] { "SubmissionId", "Sha256" },
                unique: true);

            // What the ledger's filters find, of what came before it was counted.
            migrationBuilder.Sql("""
                INSERT INTO "Tallies" ("ConsultationId", "Dimension", "Key", "Submitters", "Opinions")
                SELECT "ConsultationId", 'Ledger', '', COUNT(*), 0 FROM "Submissions" GROUP BY "ConsultationId"
                UNION ALL SELECT "ConsultationId", 'Ledger', 'unassigned', COUNT(*), 0 FROM "Submissions" GROUP BY "ConsultationId"
                UNION ALL SELECT "ConsultationId", 'Ledger', 'channel:' || "Channel", COUNT(*), 0 FROM "Submissions" GROUP BY "ConsultationId", "Channel"
                UNION ALL SELECT "ConsultationId", 'Ledger', 'status:' || "Status", COUNT(*), 0 FROM "Submissions" GROUP BY "ConsultationId", "Status";
                """);
            // What staff noted and what was split off are as lasting as the originals.
            migrationBuilder.Sql("""
                CREATE TRIGGER "DeskEntries_no_change" BEFORE UPDATE OR DELETE ON "DeskEntries" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                CREATE TRIGGER "DeskEntries_no_truncate" BEFORE TRUNCATE ON "DeskEntries" FOR EACH STATEMENT EXECUTE FUNCTION participation_only_added_to();
                CREATE TRIGGER "Opinions_no_other_part" BEFORE UPDATE OF "PartOf", "PartStart", "PartLength" ON "Opinions" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                CREATE TRIGGER "Scans_no_update" BEFORE UPDATE ON "Scans" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Opinions_no_other_part" ON "Opinions";
                DELETE FROM "Tallies" WHERE "Dimension" = 'Ledger';
                """);

            migrationBuilder.DropTable(
                name: "DeskEntries");

            migrationBuilder.DropTable(
                name: "Scans");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_ConsultationId_Assignee_Sequence",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_ConsultationId_Channel_Sequence",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_ConsultationId_OfficeId_Sequence",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_ConsultationId_Status_Sequence",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_OutOfScope",
                table: "Opinions");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_PartOf",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "Assignee",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "DeskVersion",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "OfficeId",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "DeskVersion",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "MaskedText",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "Masks",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "PartLength",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "PartStart",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "ScopeReason",
                table: "Opinions");
        }
    }
}
