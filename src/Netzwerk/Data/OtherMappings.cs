using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Netzwerk.Domain;

namespace Netzwerk.Data;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Act).HasConversion<string>().HasMaxLength(40);
        builder.HasIndex(entry => entry.RegistrationId);
        builder.HasIndex(entry => new { entry.EventId, entry.At });
    }
}

internal sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("RoleAssignments");
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.Property(assignment => assignment.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(assignment => new { assignment.AccountId, assignment.Role, assignment.EventId }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(assignment => assignment.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Event>().WithMany().HasForeignKey(assignment => assignment.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<StoredSetting>
{
    public void Configure(EntityTypeBuilder<StoredSetting> builder)
    {
        builder.ToTable("Settings");
        builder.HasKey(setting => setting.Key);
        builder.Property(setting => setting.Key).HasMaxLength(100);
    }
}

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>, IEntityTypeConfiguration<GuideTopic>, IEntityTypeConfiguration<FlyerTip>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.Property(partner => partner.Id).ValueGeneratedNever();
        builder.HasMany(partner => partner.Topics).WithOne(topic => topic.Partner).HasForeignKey(topic => topic.PartnerId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<GuideTopic> builder)
    {
        builder.ToTable("GuideTopics");
        builder.Property(topic => topic.Id).ValueGeneratedNever();
        builder.HasIndex(topic => topic.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FlyerTip> builder)
    {
        builder.ToTable("FlyerTips");
        builder.Property(tip => tip.Id).ValueGeneratedNever();
    }
}
