namespace Netzwerk.Features.Organizer.Events;

/// <param name="Meanwhile">What another editor changed since this form was fetched; <see cref="Form"/> holds both people's work.</param>
/// <param name="ChangedBy">That editor.</param>
public sealed record EditPage(
    string Slug, string ShortTitle, DateOnly EventDay, int SeatsTaken, int ChildcareTaken, EditForm Form,
    IReadOnlyList<MeantimeChange> Meanwhile, string? ChangedBy);

/// <summary>What became of saving.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    public sealed record Saved : EditOutcome;

    /// <summary>Somebody else was faster.</summary>
    public sealed record Meanwhile(EditForm Merged, IReadOnlyList<MeantimeChange> Changes, string? By) : EditOutcome;

    /// <summary>The deadline would lie behind the event's day.</summary>
    public sealed record TooLate : EditOutcome;
}
