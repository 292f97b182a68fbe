using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Netzwerk.Domain;

namespace Netzwerk.Data;

internal sealed class EventMapping : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<ReportedBound>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.ToTable("Events", table =>
        {
            table.HasCheckConstraint("CK_Events_Kept", $"\"ChildrenKeptDays\" >= 0 AND \"RegistrationsKeptDays\" BETWEEN 0 AND {Event.LongestKept}");
            table.HasCheckConstraint("CK_Events_EndsOn", "\"EndsOn\" > \"Date\"");
            table.HasCheckConstraint("CK_Events_Taken", "\"SeatsTaken\" >= 0 AND \"ChildcareTaken\" >= 0");
            table.HasCheckConstraint("CK_Events_Seats", "(\"Seats\" IS NULL OR \"Seats\" >= 0) AND (\"ChildcareSeats\" IS NULL OR \"ChildcareSeats\" >= 0)");
        });
        builder.Property(ev => ev.Id).ValueGeneratedNever();
        builder.Property(ev => ev.Slug).HasMaxLength(80);
        builder.HasIndex(ev => ev.Slug).IsUnique();
        builder.Property(ev => ev.Switch).HasConversion<string>().HasMaxLength(20);
        builder.Property(ev => ev.ChildrenKeptDays).HasDefaultValue(7).HasSentinel(7);
        builder.Property(ev => ev.RegistrationsKeptDays).HasDefaultValue(30).HasSentinel(30);
        builder.Property(ev => ev.Reminds).HasDefaultValue(true).HasSentinel(true);
        builder.OwnsMany(ev => ev.Programme, item => item.ToJson());
        builder.Ignore(ev => ev.Meeting);
        builder.OwnsOne(ev => ev.GuestsBelieve, meeting => meeting.ToJson());
        builder.OwnsMany(ev => ev.Questions, question => question.ToJson());
    }

    public void Configure(EntityTypeBuilder<ReportedBound> builder)
    {
        builder.ToTable("ClosingReports");
        builder.HasKey(report => new { report.EventId, report.Bound });
        builder.HasOne<Event>().WithMany().HasForeignKey(report => report.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}
