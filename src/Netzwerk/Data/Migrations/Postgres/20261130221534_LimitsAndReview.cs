using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Netzwerk.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LimitsAndReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_OutboxMails_State",
                table: "OutboxMails");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "OutboxMails",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndsOn",
                table: "Events",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NetworkCounts",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "bytea", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: true),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NetworkCounts", x => x.Key);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_OutboxMails_State",
                table: "OutboxMails",
                sql: "\"State\" IN ('Waiting', 'Sending', 'Sent', 'Refused', 'Failed', 'Unknown', 'Withdrawn')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Events_EndsOn",
                table: "Events",
                sql: "\"EndsOn\" > \"Date\"");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkCounts_EventId",
                table: "NetworkCounts",
                column: "EventId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NetworkCounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_OutboxMails_State",
                table: "OutboxMails");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Events_EndsOn",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "EndsOn",
                table: "Events");

            migrationBuilder.AddCheckConstraint(
                name: "CK_OutboxMails_State",
                table: "OutboxMails",
                sql: "\"State\" IN ('Waiting', 'Sending', 'Sent', 'Refused', 'Failed', 'Unknown')");
        }
    }
}
