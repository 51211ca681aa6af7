using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchGrams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Pairs of characters, no text: the entries have that. ascii takes each of ours for one word, whatever the library knows of Unicode.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "SearchGrams" USING fts5("Grams", content='', tokenize='ascii', prefix='1');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            DROP TABLE "SearchGrams";
            """);
    }
}
