using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class GroupHands : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Grouped",
                table: "Opinions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Assignee",
                table: "OpinionGroups",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OfficeId",
                table: "OpinionGroups",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GroupNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupNotes_OpinionGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "OpinionGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_Ungrouped",
                table: "Opinions",
                columns: new[] { "ConsultationId", "Sequence" },
                filter: "NOT \"Grouped\" AND \"Status\" = 'Accepted'");

            migrationBuilder.CreateIndex(
                name: "IX_GroupNotes_GroupId_At",
                table: "GroupNotes",
                columns: new[] { "GroupId", "At" });

            migrationBuilder.Sql("""
                UPDATE "Opinions" SET "Grouped" = TRUE WHERE "Id" IN (SELECT "OpinionId" FROM "GroupMembers");
                CREATE FUNCTION participation_grouped() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'INSERT' THEN
                        UPDATE "Opinions" SET "Grouped" = TRUE WHERE "Id" = NEW."OpinionId";
                    ELSE
                        UPDATE "Opinions" SET "Grouped" = FALSE WHERE "Id" = OLD."OpinionId";
                    END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER "GroupMembers_placed" AFTER INSERT OR DELETE ON "GroupMembers" FOR EACH ROW EXECUTE FUNCTION participation_grouped();
                CREATE TRIGGER "GroupNotes_no_change" BEFORE UPDATE OR DELETE ON "GroupNotes" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                CREATE TRIGGER "GroupNotes_no_truncate" BEFORE TRUNCATE ON "GroupNotes" FOR EACH STATEMENT EXECUTE FUNCTION participation_only_added_to();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "GroupMembers_placed" ON "GroupMembers";
                DROP FUNCTION participation_grouped();
                """);
            migrationBuilder.DropTable(
                name: "GroupNotes");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_Ungrouped",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "Grouped",
                table: "Opinions");

            migrationBuilder.DropColumn(
                name: "Assignee",
                table: "OpinionGroups");

            migrationBuilder.DropColumn(
                name: "OfficeId",
                table: "OpinionGroups");
        }
    }
}
