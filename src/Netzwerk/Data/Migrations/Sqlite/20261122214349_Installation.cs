using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Netzwerk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Installation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "Registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "OutboxMails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Occasion",
                table: "OutboxMails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AccessNotes",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CancelledBecause",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChildcareDeadlineBound",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChildrenErasedAt",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChildrenKeptDays",
                table: "Events",
                type: "INTEGER",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<string>(
                name: "ConfirmationText",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactPhone",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuestsBelieve",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDraft",
                table: "Events",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsFestive",
                table: "Events",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Questions",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RegistrationsErasedAt",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RegistrationsKeptDays",
                table: "Events",
                type: "INTEGER",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReminderText",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Reminds",
                table: "Events",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AccountId",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FlyerTips",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FlyerTips", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_AccountId",
                table: "OutboxMails",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_OneReminder",
                table: "OutboxMails",
                columns: new[] { "RegistrationId", "Occasion" },
                unique: true,
                filter: "\"Kind\" = 'reminder'");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Events_Kept",
                table: "Events",
                sql: "\"ChildrenKeptDays\" >= 0 AND \"RegistrationsKeptDays\" BETWEEN 0 AND 180");

            // The one event that landed before there was a tick for it.
            migrationBuilder.Sql("""UPDATE "Events" SET "IsFestive" = 1 WHERE "Slug" = 'jubilaeum-2022';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FlyerTips");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_AccountId",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_OneReminder",
                table: "OutboxMails");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Events_Kept",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "Occasion",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "AccessNotes",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "CancelledBecause",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ChildcareDeadlineBound",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ChildrenErasedAt",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ChildrenKeptDays",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ConfirmationText",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ContactPhone",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "GuestsBelieve",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "IsDraft",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "IsFestive",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Questions",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "RegistrationsErasedAt",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "RegistrationsKeptDays",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "ReminderText",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Reminds",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "Audit");
        }
    }
}
