using Microsoft.EntityFrameworkCore.Migrations;
using Participation.Data.Engines;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SealedAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Sealed",
                table: "AspNetUsers",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_Clear",
                table: "AspNetUsers",
                column: "Id",
                filter: "\"Sealed\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RefuseWhile(
                """EXISTS (SELECT 1 FROM "AspNetUsers" WHERE "Sealed" IS NOT NULL)""",
                "Accounts lie sealed, and an earlier version would know nobody: run unseal-accounts before going down.");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_Clear",
                table: "AspNetUsers");

            migrationBuilder.Sql("""ALTER TABLE "AspNetUsers" DROP COLUMN "Sealed";""");
        }
    }
}
