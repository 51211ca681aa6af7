using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchGrams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Kept by SearchIndex alone, so the model does not know of it.
            migrationBuilder.Sql("""ALTER TABLE "SearchEntries" ADD COLUMN "Grams" integer[] NOT NULL DEFAULT '{}';""");
            // A search reads what is pending from end to end: not much may be.
            migrationBuilder.Sql("""CREATE INDEX "IX_SearchEntries_Grams" ON "SearchEntries" USING gin ("Grams") WITH (gin_pending_list_limit = 256);""");
            // How often each pair occurs decides whether the index is worth asking; a hundred would leave most of them out.
            migrationBuilder.Sql("""ALTER TABLE "SearchEntries" ALTER COLUMN "Grams" SET STATISTICS 1000;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            DROP INDEX "IX_SearchEntries_Grams"; ALTER TABLE "SearchEntries" DROP COLUMN "Grams";
            """);
    }
}
