using Microsoft.EntityFrameworkCore.Migrations;
using Participation.Data.Engines;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SealedSenders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Verifications_AspNetUsers_UserId",
                table: "Verifications");

            migrationBuilder.AlterColumn<string>(
                name: "UserId",
                table: "Verifications",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<byte[]>(
                name: "EmailKey",
                table: "Contacts",
                type: "BLOB",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "NameKey",
                table: "Contacts",
                type: "BLOB",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Sealed",
                table: "Contacts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Clear",
                table: "Contacts",
                column: "SubmissionId",
                filter: "\"Sealed\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_EmailKey",
                table: "Contacts",
                column: "EmailKey",
                filter: "\"EmailKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_NameKey",
                table: "Contacts",
                column: "NameKey",
                filter: "\"NameKey\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Verifications_AspNetUsers_UserId",
                table: "Verifications",
                column: "UserId",
                principalTable: "AspNetUsers",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            // A row from before is sealed once; nothing else of it changes.
            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_update";
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts"
                WHEN NOT (OLD."Sealed" IS NULL AND NEW."Sealed" IS NOT NULL AND NEW."SubmissionId" = OLD."SubmissionId"
                    AND NEW."Name" IS NULL AND NEW."Address" IS NULL AND NEW."Email" IS NULL)
                BEGIN SELECT RAISE(ABORT, 'Contacts are only ever added to'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RefuseWhile(
                """EXISTS (SELECT 1 FROM "Contacts" WHERE "Sealed" IS NOT NULL)""",
                "Names and addresses of senders lie sealed, and no migration has the keys: going down would lose them.");

            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_update";
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts"
                BEGIN SELECT RAISE(ABORT, 'Contacts are only ever added to'); END;
                """);
            migrationBuilder.Sql("""DELETE FROM "Verifications" WHERE "UserId" IS NULL;""");

            migrationBuilder.DropForeignKey(
                name: "FK_Verifications_AspNetUsers_UserId",
                table: "Verifications");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Clear",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_EmailKey",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_NameKey",
                table: "Contacts");

            migrationBuilder.Sql("""ALTER TABLE "Contacts" DROP COLUMN "EmailKey";""");

            migrationBuilder.Sql("""ALTER TABLE "Contacts" DROP COLUMN "NameKey";""");

            migrationBuilder.Sql("""ALTER TABLE "Contacts" DROP COLUMN "Sealed";""");

            migrationBuilder.AlterColumn<string>(
                name: "UserId",
                table: "Verifications",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Verifications_AspNetUsers_UserId",
                table: "Verifications",
                column: "UserId",
                principalTable: "AspNetUsers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
