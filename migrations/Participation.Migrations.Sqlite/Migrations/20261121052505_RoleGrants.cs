using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RoleGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ExpiresAt",
                table: "ApiTokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                table: "ApiTokens",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "ApiTokens",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "RevokedAt",
                table: "ApiTokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "ApiTokens",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Work");

            migrationBuilder.CreateTable(
                name: "Offices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoleGrants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Space = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    OfficeId = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TakenReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleGrants_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RoleGrants_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Offices_Name",
                table: "Offices",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoleGrants_OfficeId",
                table: "RoleGrants",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleGrants_Role_UserId",
                table: "RoleGrants",
                columns: new[] { "Role", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleGrants_UserId",
                table: "RoleGrants",
                column: "UserId");

            // Roles that people had become grants; from now on nothing else says what somebody may do.
            migrationBuilder.Sql("""
                INSERT INTO "RoleGrants" ("Id", "UserId", "Role", "From", "Reason", "GivenAt", "GivenBy", "Version")
                SELECT upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21, 12)), ur."UserId", r."Name", (CAST(strftime('%s', 'now') AS INTEGER) + 62135596800) * 10000000, '移行', (CAST(strftime('%s', 'now') AS INTEGER) + 62135596800) * 10000000, 'operator', 0
                FROM (SELECT r.*, hex(randomblob(16)) AS h FROM "AspNetUserRoles" r) ur JOIN "AspNetRoles" r ON r."Id" = ur."RoleId"
                WHERE r."Name" <> 'citizen';
                DELETE FROM "AspNetUserRoles";
                DELETE FROM "AspNetRoles";
                UPDATE "ApiTokens" SET "Id" = (SELECT upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21, 12)) FROM (SELECT hex("ApiTokens"."Hash") AS h));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RoleGrants");

            migrationBuilder.DropTable(
                name: "Offices");

            // In place: EF Core would rebuild the table.
            migrationBuilder.Sql("""ALTER TABLE "ApiTokens" DROP COLUMN "ExpiresAt";""");
            migrationBuilder.Sql("""ALTER TABLE "ApiTokens" DROP COLUMN "Id";""");
            migrationBuilder.Sql("""ALTER TABLE "ApiTokens" DROP COLUMN "Name";""");
            migrationBuilder.Sql("""ALTER TABLE "ApiTokens" DROP COLUMN "RevokedAt";""");
            migrationBuilder.Sql("""ALTER TABLE "ApiTokens" DROP COLUMN "Scope";""");
        }
    }
}
