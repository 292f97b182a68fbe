using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Netzwerk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClosingReportOncePerBound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ClosingReports",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bound = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosingReports", x => new { x.EventId, x.Bound });
                    table.ForeignKey(
                        name: "FK_ClosingReports_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("""INSERT INTO "ClosingReports" ("EventId", "Bound") SELECT "Id", "ReportedBound" FROM "Events" WHERE "ReportedBound" IS NOT NULL""");
            // Not DropColumn, which rebuilds the whole table outside of the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Events" DROP COLUMN "ReportedBound" """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClosingReports");

            migrationBuilder.AddColumn<DateTime>(
                name: "ReportedBound",
                table: "Events",
                type: "TEXT",
                nullable: true);
        }
    }
}
