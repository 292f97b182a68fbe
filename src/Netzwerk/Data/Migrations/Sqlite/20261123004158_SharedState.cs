using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Netzwerk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_EventId_ArrivedAt",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_EventId_SortKey",
                table: "Registrations");

            migrationBuilder.CreateTable(
                name: "AskedMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskedMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EndedSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndedSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Processes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Processes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInTallies",
                columns: table => new
                {
                    AddressHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInTallies", x => x.AddressHash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_ArrivedAt_Id",
                table: "Registrations",
                columns: new[] { "EventId", "ArrivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_CancelledAt",
                table: "Registrations",
                columns: new[] { "EventId", "CancelledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_SortKey_Id",
                table: "Registrations",
                columns: new[] { "EventId", "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInTallies_LastAt",
                table: "SignInTallies",
                column: "LastAt");

            // Names are found under either spelling of an umlaut; those that are stored already too.
            migrationBuilder.Sql("""
                UPDATE "Registrations" SET "SearchKey" = "SearchKey" || char(1) || replace(replace(replace("SearchKey", 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
                WHERE "SearchKey" IS NOT NULL AND instr("SearchKey", char(1)) = 0
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AskedMails");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "EndedSessions");

            migrationBuilder.DropTable(
                name: "Processes");

            migrationBuilder.DropTable(
                name: "SignInTallies");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_EventId_ArrivedAt_Id",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_EventId_CancelledAt",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_EventId_SortKey_Id",
                table: "Registrations");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_ArrivedAt",
                table: "Registrations",
                columns: new[] { "EventId", "ArrivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_EventId_SortKey",
                table: "Registrations",
                columns: new[] { "EventId", "SortKey" });
        }
    }
}
