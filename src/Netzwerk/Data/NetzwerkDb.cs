using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>All that is stored. A second engine gets its migrations through an empty subclass.</summary>
public class NetzwerkDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Event> Events => Set<Event>();

    public DbSet<ReportedBound> ReportedBounds => Set<ReportedBound>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<RepeatedSignUp> RepeatedSignUps => Set<RepeatedSignUp>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<GuideTopic> GuideTopics => Set<GuideTopic>();

    public DbSet<FlyerTip> FlyerTips => Set<FlyerTip>();

    public DbSet<StoredSetting> Settings => Set<StoredSetting>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NetzwerkDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();

    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : instant,
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
