using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SenderPrints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Contacts_Clear",
                table: "Contacts");

            migrationBuilder.AddColumn<byte[]>(
                name: "Print",
                table: "Contacts",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Unmarked",
                table: "Contacts",
                column: "SubmissionId",
                filter: "\"Print\" IS NULL");

            // A row is sealed once in clear and marked once; from then on its seal may be laid anew while the print, and all else, stays.
            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_update";
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts"
                WHEN NOT (NEW."SubmissionId" = OLD."SubmissionId" AND NEW."Sealed" IS NOT NULL
                    AND NEW."Name" IS NULL AND NEW."Address" IS NULL AND NEW."Email" IS NULL
                    AND (OLD."Sealed" IS NULL
                        OR (NEW."NameKey" IS OLD."NameKey" AND NEW."EmailKey" IS OLD."EmailKey"
                            AND ((OLD."Print" IS NULL AND NEW."Print" IS NOT NULL AND NEW."Sealed" IS OLD."Sealed") OR (OLD."Print" IS NOT NULL AND NEW."Print" IS OLD."Print")))))
                BEGIN SELECT RAISE(ABORT, 'Contacts are only ever added to'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Contacts_no_update";
                CREATE TRIGGER "Contacts_no_update" BEFORE UPDATE ON "Contacts"
                WHEN NOT (OLD."Sealed" IS NULL AND NEW."Sealed" IS NOT NULL AND NEW."SubmissionId" = OLD."SubmissionId"
                    AND NEW."Name" IS NULL AND NEW."Address" IS NULL AND NEW."Email" IS NULL)
                BEGIN SELECT RAISE(ABORT, 'Contacts are only ever added to'); END;
                """);

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Unmarked",
                table: "Contacts");

            migrationBuilder.Sql("""ALTER TABLE "Contacts" DROP COLUMN "Print";""");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Clear",
                table: "Contacts",
                column: "SubmissionId",
                filter: "\"Sealed\" IS NULL");
        }
    }
}
