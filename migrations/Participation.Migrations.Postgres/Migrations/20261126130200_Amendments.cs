using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Amendments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AmendedAt",
                table: "Consultations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Amendments",
                table: "Consultations",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AmendedAt",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Amendments",
                table: "Consultations");
        }
    }
}
