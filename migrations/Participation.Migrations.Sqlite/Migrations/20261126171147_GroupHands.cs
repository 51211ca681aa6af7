using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Assignee",
                table: "OpinionGroups",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OfficeId",
                table: "OpinionGroups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GroupNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
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
                UPDATE "Opinions" SET "Grouped" = 1 WHERE "Id" IN (SELECT "OpinionId" FROM "GroupMembers");
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "GroupMembers_placed" AFTER INSERT ON "GroupMembers"
                BEGIN UPDATE "Opinions" SET "Grouped" = 1 WHERE "Id" = NEW."OpinionId"; END;
                CREATE TRIGGER "GroupMembers_left" AFTER DELETE ON "GroupMembers"
                BEGIN UPDATE "Opinions" SET "Grouped" = 0 WHERE "Id" = OLD."OpinionId"; END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "GroupNotes_no_update" BEFORE UPDATE ON "GroupNotes"
                BEGIN SELECT RAISE(ABORT, 'GroupNotes are only ever added to'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "GroupNotes_no_delete" BEFORE DELETE ON "GroupNotes"
                BEGIN SELECT RAISE(ABORT, 'GroupNotes are only ever added to'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "GroupMembers_placed";
                DROP TRIGGER "GroupMembers_left";
                """);
            migrationBuilder.DropTable(
                name: "GroupNotes");

            migrationBuilder.DropIndex(
                name: "IX_Opinions_Ungrouped",
                table: "Opinions");

            // By hand: EF would make the tables anew, without their triggers.
            migrationBuilder.Sql("""
                ALTER TABLE "Opinions" DROP COLUMN "Grouped";
                ALTER TABLE "OpinionGroups" DROP COLUMN "Assignee";
                ALTER TABLE "OpinionGroups" DROP COLUMN "OfficeId";
                """);
        }
    }
}
