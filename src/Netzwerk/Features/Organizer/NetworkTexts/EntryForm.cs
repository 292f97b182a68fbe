namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>One entry of a list as typed.</summary>
public abstract class EntryForm
{
    /// <summary>Empty for a new entry; the preview asks for it.</summary>
    public Guid? Id { get; set; }

    /// <summary>What the entry was when the page was fetched.</summary>
    public string? Seen { get; set; }
}

/// <param name="Entries">In their order, with what stands below the name.</param>
public sealed record ListPage(IReadOnlyList<EntryRow> Entries, string Path, Done? Done);

public sealed record EntryRow(Guid Id, string Name, string Details);

/// <param name="Meanwhile">What is stored by now, where somebody else changed the entry since the page was fetched.</param>
public sealed record EntryPage<T>(T Form, IReadOnlyList<(string Label, string? Text)>? Meanwhile = null, string? ChangedBy = null)
    where T : EntryForm;

/// <param name="NeededBy">Entries elsewhere that name this one, and would say nonsense without it.</param>
public sealed record RemovalPage(Guid Id, string Name, string Path, IReadOnlyList<EntryRow> NeededBy);

public enum Done
{
    Added,
    Saved,
    Moved,
    Removed,
}
