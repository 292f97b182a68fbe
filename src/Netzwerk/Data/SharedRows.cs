using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Netzwerk.Data;

/// <summary>Somebody asked for a mail to this address. It is looked up later, by whichever process comes first; the row then goes.</summary>
public sealed class AskedMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who knows how to answer.</summary>
    public required string Kind { get; init; }

    public required string Address { get; init; }

    /// <summary>System clock.</summary>
    public required DateTime AskedAt { get; init; }
}

/// <summary>A session that its owner ended; until it would be too old anyway, a copied cookie opens nothing.</summary>
public sealed class EndedSession
{
    public required string Id { get; init; }

    /// <summary>System clock.</summary>
    public required DateTime Until { get; init; }
}

/// <summary>Wrong passwords for one address, known or not.</summary>
public sealed class SignInTally
{
    /// <summary>HMAC-SHA-256 of the normalized address under a key of the site: what strangers type is not kept, and cannot be guessed from here.</summary>
    public required byte[] AddressHash { get; init; }

    public required int Count { get; set; }

    /// <summary>System clock.</summary>
    public required DateTime LastAt { get; set; }

    public required DateTime ClosedUntil { get; set; }
}

/// <summary>How often one network did something since its window began.</summary>
public sealed class NetworkCount
{
    /// <summary>HMAC-SHA-256 of what and which network under a key of the site: no address is kept, and none can be guessed from here.</summary>
    public required byte[] Key { get; init; }

    public Guid? EventId { get; init; }

    public required int Count { get; set; }

    /// <summary>System clock. From then on it counts anew.</summary>
    public required DateTime Until { get; set; }
}

/// <summary>One running process of the site, as it says itself every few seconds.</summary>
public sealed class SiteProcess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>System clock.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>System clock. Who was not seen for a while is dead.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>Event clock: every sign-up that reached this process before that moment is decided.</summary>
    public required DateTime DecidedUntil { get; set; }
}

internal sealed class SharedRowsMapping : IEntityTypeConfiguration<AskedMail>, IEntityTypeConfiguration<EndedSession>, IEntityTypeConfiguration<SignInTally>,
    IEntityTypeConfiguration<NetworkCount>, IEntityTypeConfiguration<SiteProcess>
{
    public void Configure(EntityTypeBuilder<AskedMail> builder)
    {
        builder.Property(asked => asked.Id).ValueGeneratedNever();
        builder.Property(asked => asked.Kind).HasMaxLength(40);
        builder.Property(asked => asked.Address).HasMaxLength(254);
    }

    public void Configure(EntityTypeBuilder<EndedSession> builder) => builder.Property(session => session.Id).HasMaxLength(64);

    public void Configure(EntityTypeBuilder<SignInTally> builder)
    {
        builder.HasKey(tally => tally.AddressHash);
        builder.HasIndex(tally => tally.LastAt);
    }

    public void Configure(EntityTypeBuilder<NetworkCount> builder)
    {
        builder.HasKey(count => count.Key);
        builder.HasIndex(count => count.EventId);
    }

    public void Configure(EntityTypeBuilder<SiteProcess> builder)
    {
        builder.ToTable("Processes");
        builder.Property(process => process.Id).ValueGeneratedNever();
    }
}
