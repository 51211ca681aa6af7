using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DaysAndPopulation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Population",
                table: "Consultations",
                type: "text",
                nullable: true);
            // What was counted before there were days: the day of receipt, in Tokyo.
            migrationBuilder.Sql("""
                INSERT INTO "Tallies" ("ConsultationId", "Dimension", "Key", "Submitters", "Opinions")
                SELECT d."ConsultationId", 'Day', d."Day", COUNT(*), SUM(d."Opinions")
                FROM (
                  SELECT s."ConsultationId", to_char(coalesce(s."ReceivedOn", CAST(to_timestamp(s."ReceivedAt" / 10000000 - 62135596800) AT TIME ZONE 'Asia/Tokyo' AS date)), 'YYYY-MM-DD') AS "Day",
                    (SELECT COUNT(*) FROM "Opinions" o WHERE o."SubmissionId" = s."Id") AS "Opinions"
                  FROM "Submissions" s WHERE s."Status" = 'Accepted'
                ) d
                GROUP BY d."ConsultationId", d."Day";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DELETE FROM "Tallies" WHERE "Dimension" = 'Day'""");

            migrationBuilder.DropColumn(
                name: "Population",
                table: "Consultations");
        }
    }
}
