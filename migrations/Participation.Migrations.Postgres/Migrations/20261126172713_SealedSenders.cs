using Microsoft.EntityFrameworkCore.Migrations;
using Participation.Data.Engines;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
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
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<byte[]>(
                name: "EmailKey",
                table: "Contacts",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "NameKey",
                table: "Contacts",
                type: "bytea",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Sealed",
                table: "Contacts",
                type: "bytea",
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
                CREATE FUNCTION participation_only_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD."Sealed" IS NULL AND NEW."Sealed" IS NOT NULL AND NEW."SubmissionId" = OLD."SubmissionId"
                        AND NEW."Name" IS NULL AND NEW."Address" IS NULL AND NEW."Email" IS NULL
                    THEN RETURN NEW; END IF;
                    RAISE EXCEPTION 'Contacts are only ever added to';
                END $$;
                DROP TRIGGER "Contacts_no_update" ON "Contacts";
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts" FOR EACH ROW EXECUTE FUNCTION participation_only_sealed();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RefuseWhile(
                """EXISTS (SELECT 1 FROM "Contacts" WHERE "Sealed" IS NOT NULL)""",
                "Names and addresses of senders lie sealed, and no migration has the keys: going down would lose them.");

            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_update" ON "Contacts";
                DROP FUNCTION participation_only_sealed();
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts" FOR EACH ROW EXECUTE FUNCTION participation_only_added_to();
                DELETE FROM "Verifications" WHERE "UserId" IS NULL;
                """);

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

            migrationBuilder.DropColumn(
                name: "EmailKey",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "Sealed",
                table: "Contacts");

            migrationBuilder.AlterColumn<string>(
                name: "UserId",
                table: "Verifications",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
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
