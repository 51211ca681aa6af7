using Microsoft.EntityFrameworkCore.Migrations;
using Participation.Data.Engines;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SealedLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Sealed",
                table: "OutgoingMails",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ToKey",
                table: "OutgoingMails",
                type: "BLOB",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_ToKey",
                table: "OutgoingMails",
                column: "ToKey",
                filter: "\"ToKey\" IS NOT NULL");

            // Their keys held a hash of the address that anybody can make. What waits in clear is sealed by the next start, which has the keys.
            migrationBuilder.Sql("""
                UPDATE "OutgoingMails" SET "Key" = 'earlier:' || "Id"
                WHERE "Key" NOT LIKE 'told:%' AND "Key" NOT LIKE 'digest:%' AND "Key" NOT LIKE 'forgotten:%';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RefuseWhile(
                """EXISTS (SELECT 1 FROM "OutgoingMails" WHERE "Sealed" IS NOT NULL)""",
                "Letters wait sealed, and an earlier version could not read them: let them go, and discard what is set aside or came back, before going down.");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_ToKey",
                table: "OutgoingMails");

            migrationBuilder.Sql("""ALTER TABLE "OutgoingMails" DROP COLUMN "Sealed";""");

            migrationBuilder.Sql("""ALTER TABLE "OutgoingMails" DROP COLUMN "ToKey";""");
        }
    }
}
