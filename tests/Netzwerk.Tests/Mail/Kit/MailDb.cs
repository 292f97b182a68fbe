using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Netzwerk.Mail;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>The outbox alone on a file of its own.</summary>
internal sealed class MailDb(DbContextOptions<MailDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new OutboxMapping());

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<Utc>();

    internal sealed class Utc()
        : ValueConverter<DateTime, DateTime>(stored => new DateTime(stored.Ticks - stored.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc), read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}
