using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
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
                type: "bytea",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Unmarked",
                table: "Contacts",
                column: "SubmissionId",
                filter: "\"Print\" IS NULL");

            // A row is sealed once in clear and marked once; from then on its seal may be laid anew while the print, and all else, stays.
            migrationBuilder.Sql("""
                CREATE OR REPLACE FUNCTION participation_only_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW."SubmissionId" = OLD."SubmissionId" AND NEW."Sealed" IS NOT NULL
                        AND NEW."Name" IS NULL AND NEW."Address" IS NULL AND NEW."Email" IS NULL
                        AND (OLD."Sealed" IS NULL
                            OR (NEW."NameKey" IS NOT DISTINCT FROM OLD."NameKey" AND NEW."EmailKey" IS NOT DISTINCT FROM OLD."EmailKey"
                                AND ((OLD."Print" IS NULL AND NEW."Print" IS NOT NULL AND NEW."Sealed" = OLD."Sealed") OR NEW."Print" = OLD."Print")))
                    THEN RETURN NEW; END IF;
                    RAISE EXCEPTION 'Contacts are only ever added to';
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE OR REPLACE FUNCTION participation_only_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD."Sealed" IS NULL AND NEW."Sealed" IS NOT NULL AND NEW."SubmissionId" = OLD."SubmissionId"
                        AND NEW."Name" IS NULL AND NEW."Address" IS NULL AND NEW."Email" IS NULL
                    THEN RETURN NEW; END IF;
                    RAISE EXCEPTION 'Contacts are only ever added to';
                END $$;
                """);

            migrationBuilder.DropIndex(
                name: "IX_Contacts_Unmarked",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "Print",
                table: "Contacts");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Clear",
                table: "Contacts",
                column: "SubmissionId",
                filter: "\"Sealed\" IS NULL");
        }
    }
}
