using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Netzwerk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutboxReview : Migration
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
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_OutboxMails_State",
                table: "OutboxMails",
                sql: "\"State\" IN ('Waiting', 'Sending', 'Sent', 'Refused', 'Failed', 'Unknown', 'Withdrawn')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_OutboxMails_State",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "OutboxMails");

            migrationBuilder.AddCheckConstraint(
                name: "CK_OutboxMails_State",
                table: "OutboxMails",
                sql: "\"State\" IN ('Waiting', 'Sending', 'Sent', 'Refused', 'Failed', 'Unknown')");
        }
    }
}
