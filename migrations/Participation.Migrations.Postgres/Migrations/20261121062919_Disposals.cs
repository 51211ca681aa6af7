using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<int>(type: "integer", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    BegunAt = table.Column<long>(type: "bigint", nullable: false),
                    RemovedAt = table.Column<long>(type: "bigint", nullable: true),
                    Removed = table.Column<int>(type: "integer", nullable: false)
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
                CREATE FUNCTION participation_only_disposed() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF EXISTS (
                        SELECT 1 FROM "Submissions" s JOIN "Disposals" d ON d."ConsultationId" = s."ConsultationId" WHERE s."Id" = OLD."SubmissionId")
                    THEN RETURN OLD; END IF;
                    RAISE EXCEPTION 'Contacts are only removed by a disposal';
                END $$;
                DROP TRIGGER "Contacts_no_change" ON "Contacts";
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts"
                FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                CREATE TRIGGER "Contacts_no_delete" BEFORE DELETE ON "Contacts"
                FOR EACH ROW EXECUTE FUNCTION participation_only_disposed();
                CREATE TRIGGER "Disposals_no_delete" BEFORE DELETE ON "Disposals"
                FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                CREATE TRIGGER "Disposals_no_truncate" BEFORE TRUNCATE ON "Disposals"
                FOR EACH STATEMENT EXECUTE FUNCTION participation_only_added_to();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Disposals_no_truncate" ON "Disposals";
                DROP TRIGGER "Disposals_no_delete" ON "Disposals";
                DROP TRIGGER "Contacts_no_update" ON "Contacts";
                DROP TRIGGER "Contacts_no_delete" ON "Contacts";
                DROP FUNCTION participation_only_disposed();
                CREATE TRIGGER "Contacts_no_change" BEFORE UPDATE OR DELETE ON "Contacts"
                FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                """);
            migrationBuilder.DropTable(
                name: "Disposals");
        }
    }
}
