using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Netzwerk.Domain;

namespace Netzwerk.Data;

internal sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>, IEntityTypeConfiguration<RepeatedSignUp>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("Registrations", table =>
        {
            table.HasCheckConstraint("CK_Registrations_Party", "\"FurtherAdults\" BETWEEN 0 AND 5 AND \"ChildrenInCare\" BETWEEN 0 AND 10");
            table.HasCheckConstraint("CK_Registrations_Person", "(\"ErasedAt\" IS NULL) = (\"Email\" IS NOT NULL)");
        });
        builder.Property(registration => registration.Id).ValueGeneratedNever();
        builder.Property(registration => registration.Reference).HasMaxLength(12);
        builder.Property(registration => registration.GivenName).HasMaxLength(TypedText.NameLength);
        builder.Property(registration => registration.FamilyName).HasMaxLength(TypedText.NameLength);
        builder.Property(registration => registration.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(registration => registration.Phone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(registration => registration.Question).HasMaxLength(TypedText.QuestionLength);
        builder.HasIndex(registration => registration.Reference).IsUnique();
        builder.HasIndex(registration => registration.LinkHash).IsUnique();
        builder.HasIndex(registration => new { registration.EventId, registration.FamilyKey }).IsUnique();
        builder.HasIndex(registration => registration.EmailKey);
        // With the id, so that a page far down the list is found in the index alone.
        builder.HasIndex(registration => new { registration.EventId, registration.SortKey, registration.Id });
        builder.HasIndex(registration => new { registration.EventId, registration.ArrivedAt, registration.Id });
        builder.HasIndex(registration => new { registration.EventId, registration.CancelledAt });
        builder.HasOne<Event>().WithMany().HasForeignKey(registration => registration.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(registration => registration.Answers, answer => answer.ToJson());
        builder.OwnsMany(registration => registration.Children, child =>
        {
            child.ToTable("Children", table => table.HasCheckConstraint("CK_Children_Age", "\"Age\" BETWEEN 0 AND 17"));
            child.WithOwner().HasForeignKey(c => c.RegistrationId);
            child.HasKey(c => c.Id);
            child.Property(c => c.Id).ValueGeneratedNever();
            child.Property(c => c.FirstName).HasMaxLength(TypedText.NameLength);
        });
        builder.Navigation(registration => registration.Children).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<RepeatedSignUp> builder)
    {
        builder.ToTable("RepeatedSignUps");
        builder.Property(repeated => repeated.Id).ValueGeneratedNever();
        builder.Property(repeated => repeated.Reference).HasMaxLength(12);
        builder.HasIndex(repeated => repeated.Reference).IsUnique();
        builder.HasOne<Registration>().WithMany().HasForeignKey(repeated => repeated.RegistrationId).OnDelete(DeleteBehavior.Cascade);
    }
}
