using Microsoft.EntityFrameworkCore.Migrations;

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
            // What was sealed does not come back in clear: it takes the keys, which no migration has. `unseal-accounts` does it before.
            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_Clear",
                table: "AspNetUsers");

            migrationBuilder.Sql("""ALTER TABLE "AspNetUsers" DROP COLUMN "Sealed";""");
        }
    }
}
