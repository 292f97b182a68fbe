using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>All that is stored. A second engine gets its migrations through an empty subclass.</summary>
public class NetzwerkDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
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

    public DbSet<AskedMail> AskedMails => Set<AskedMail>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<SignInTally> SignInTallies => Set<SignInTally>();

    public DbSet<NetworkCount> NetworkCounts => Set<NetworkCount>();

    public DbSet<SiteProcess> Processes => Set<SiteProcess>();

    /// <summary>Used where several processes share the database; otherwise keys are files.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NetzwerkDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();
        // Order and equality of texts as SQLite has them. What people see in German order has a folded key beside it.
        if (Database.IsNpgsql()) configurationBuilder.Properties<string>().UseCollation("C");
    }

    /// <summary>UTC, cut to the microseconds that every engine keeps.</summary>
    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(instant => Cut(instant), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    {
        private static DateTime Cut(DateTime instant)
        {
            var utc = instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : instant;
            return new DateTime(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        }
    }
}
