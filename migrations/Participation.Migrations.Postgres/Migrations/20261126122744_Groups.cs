using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Participation.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Groups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GroupingPositions",
                columns: table => new
                {
                    Stream = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupingPositions", x => x.Stream);
                });

            migrationBuilder.CreateTable(
                name: "GroupingSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Back = table.Column<string>(type: "text", nullable: false),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupingSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupingSteps_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutlineHeadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<int>(type: "integer", nullable: false),
                    Section = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Suggested = table.Column<bool>(type: "boolean", nullable: false),
                    Gone = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutlineHeadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutlineHeadings_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SuggestionRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    Sections = table.Column<string>(type: "text", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Found = table.Column<int>(type: "integer", nullable: false),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    Stopped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestionRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuggestionRuns_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StepTouches",
                columns: table => new
                {
                    StepId = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepTouches", x => new { x.StepId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_StepTouches_GroupingSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "GroupingSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpinionGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    Section = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Joined = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    HeadingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionGroups_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpinionGroups_OpinionGroups_IntoId",
                        column: x => x.IntoId,
                        principalTable: "OpinionGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpinionGroups_OutlineHeadings_HeadingId",
                        column: x => x.HeadingId,
                        principalTable: "OutlineHeadings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupSuggestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConsultationId = table.Column<int>(type: "integer", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Section = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Opinions = table.Column<string>(type: "text", nullable: false),
                    Likeness = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Mark = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupSuggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupSuggestions_SuggestionRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "SuggestionRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupMembers",
                columns: table => new
                {
                    OpinionId = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Tier = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Likeness = table.Column<int>(type: "integer", nullable: false),
                    Counted = table.Column<bool>(type: "boolean", nullable: false),
                    PlacedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupMembers", x => x.OpinionId);
                    table.ForeignKey(
                        name: "FK_GroupMembers_OpinionGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "OpinionGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupMembers_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GroupingSteps_ConsultationId_At",
                table: "GroupingSteps",
                columns: new[] { "ConsultationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembers_GroupId",
                table: "GroupMembers",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSuggestions_ConsultationId_Mark",
                table: "GroupSuggestions",
                columns: new[] { "ConsultationId", "Mark" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupSuggestions_ConsultationId_State_Number",
                table: "GroupSuggestions",
                columns: new[] { "ConsultationId", "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupSuggestions_RunId",
                table: "GroupSuggestions",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionGroups_ConsultationId_Number",
                table: "OpinionGroups",
                columns: new[] { "ConsultationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpinionGroups_ConsultationId_Total_Number",
                table: "OpinionGroups",
                columns: new[] { "ConsultationId", "Total", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_OpinionGroups_HeadingId",
                table: "OpinionGroups",
                column: "HeadingId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionGroups_IntoId",
                table: "OpinionGroups",
                column: "IntoId",
                filter: "\"IntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutlineHeadings_ConsultationId_Place",
                table: "OutlineHeadings",
                columns: new[] { "ConsultationId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_StepTouches_GroupId_Version",
                table: "StepTouches",
                columns: new[] { "GroupId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_SuggestionRuns_ConsultationId_StartedAt",
                table: "SuggestionRuns",
                columns: new[] { "ConsultationId", "StartedAt" });

            // How many a group has is added up where members and parts come and go: arrivals and staff never overwrite each other's sum.
            migrationBuilder.Sql("""
                CREATE FUNCTION participation_group_size() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP <> 'INSERT' AND OLD."Counted" THEN
                        UPDATE "OpinionGroups" SET "Size" = "Size" - 1 WHERE "Id" = OLD."GroupId";
                    END IF;
                    IF TG_OP <> 'DELETE' AND NEW."Counted" THEN
                        UPDATE "OpinionGroups" SET "Size" = "Size" + 1 WHERE "Id" = NEW."GroupId";
                    END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER "GroupMembers_counted" AFTER INSERT OR DELETE OR UPDATE OF "GroupId", "Counted" ON "GroupMembers"
                FOR EACH ROW EXECUTE FUNCTION participation_group_size();
                CREATE FUNCTION participation_group_total() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD."IntoId" IS NOT DISTINCT FROM NEW."IntoId" THEN
                        UPDATE "OpinionGroups" SET "Total" = "Total" + NEW."Size" - OLD."Size" WHERE "Id" = COALESCE(NEW."IntoId", NEW."Id");
                    ELSE
                        UPDATE "OpinionGroups" SET "Total" = "Total" - OLD."Size" WHERE "Id" = COALESCE(OLD."IntoId", OLD."Id");
                        UPDATE "OpinionGroups" SET "Total" = "Total" + NEW."Size" WHERE "Id" = COALESCE(NEW."IntoId", NEW."Id");
                    END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER "OpinionGroups_totalled" AFTER UPDATE OF "Size", "IntoId" ON "OpinionGroups"
                FOR EACH ROW WHEN (OLD."Size" <> NEW."Size" OR OLD."IntoId" IS DISTINCT FROM NEW."IntoId")
                EXECUTE FUNCTION participation_group_total();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "OpinionGroups_totalled" ON "OpinionGroups";
                DROP TRIGGER "GroupMembers_counted" ON "GroupMembers";
                DROP FUNCTION participation_group_total();
                DROP FUNCTION participation_group_size();
                """);
            migrationBuilder.DropTable(
                name: "GroupingPositions");

            migrationBuilder.DropTable(
                name: "GroupMembers");

            migrationBuilder.DropTable(
                name: "GroupSuggestions");

            migrationBuilder.DropTable(
                name: "StepTouches");

            migrationBuilder.DropTable(
                name: "OpinionGroups");

            migrationBuilder.DropTable(
                name: "SuggestionRuns");

            migrationBuilder.DropTable(
                name: "GroupingSteps");

            migrationBuilder.DropTable(
                name: "OutlineHeadings");
        }
    }
}
