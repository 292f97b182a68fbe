using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Netzwerk.Mail;

public sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("OutboxMails", table =>
        {
            table.HasCheckConstraint("CK_OutboxMails_State",
                """ "State" IN ('Waiting', 'Sending', 'Sent', 'Refused', 'Failed', 'Unknown', 'Withdrawn') """.Trim());
            table.HasCheckConstraint("CK_OutboxMails_Lease", """ ("State" = 'Sending') = ("LeaseUntil" IS NOT NULL) """.Trim());
            table.HasCheckConstraint("CK_OutboxMails_SentAt", """ "State" <> 'Sent' OR "SentAt" IS NOT NULL """.Trim());
            table.HasCheckConstraint("CK_OutboxMails_Counts", """ "Attempts" >= 0 AND "LeaseNumber" >= 0 """.Trim());
        });
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(10);
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.Property(m => m.ToAddress).HasMaxLength(254);
        builder.Property(m => m.AddressKey).HasMaxLength(254);
        builder.Property(m => m.MessageId).HasMaxLength(300);
        builder.Property(m => m.LastAnswer).HasMaxLength(Delivery.LongestAnswer);
        builder.Property(m => m.Note).HasMaxLength(Delivery.LongestAnswer);
        builder.HasIndex(m => m.MessageId).IsUnique();
        builder.HasIndex(m => new { m.State, m.NextAttemptAt });
        builder.HasIndex(m => new { m.AddressKey, m.LastAttemptAt });
        builder.HasIndex(m => m.EventId);
        builder.HasIndex(m => m.RegistrationId, "IX_OutboxMails_RegistrationId");
        builder.HasIndex(m => m.AccountId);
        builder.HasIndex(m => m.RegistrationId, "IX_OutboxMails_OneConfirmation").IsUnique()
            .HasFilter($"\"Kind\" = '{MailKind.Confirmation}'");
        builder.HasIndex(m => new { m.RegistrationId, m.Occasion }, "IX_OutboxMails_OneReminder").IsUnique()
            .HasFilter($"\"Kind\" = '{MailKind.Reminder}'");
    }
}
