namespace Netzwerk.Domain;

/// <summary>What an account may do in the organiser's area.</summary>
public enum Role
{
    /// <summary>Everything: plans, exports, prints, gives others their roles.</summary>
    Organizer,

    /// <summary>Opens and closes registration, sees the list, takes registrations in, cancels. No export, no children's details.</summary>
    Staff,

    /// <summary>Sees the childcare sheet of an event, and nothing else.</summary>
    Carer,
}

/// <summary>A role for one event, or for all where <see cref="EventId"/> is null.</summary>
public sealed class RoleAssignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public Guid? EventId { get; init; }

    public bool Covers(Guid? eventId) => EventId is null || EventId == eventId;
}
