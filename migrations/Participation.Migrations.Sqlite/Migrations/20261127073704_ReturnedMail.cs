using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReturnedMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "MailReturnedAt",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // An earlier version knows no letter that came back.
            migrationBuilder.Sql("""UPDATE "OutgoingMails" SET "Status" = 'Discarded', "Sealed" = NULL, "ToKey" = NULL WHERE "Status" = 'Returned';""");

            migrationBuilder.Sql("""ALTER TABLE "AspNetUsers" DROP COLUMN "MailReturnedAt";""");
        }
    }
}
