using Netzwerk.Domain;
using Netzwerk.Features.Shared;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <param name="Slug">Null for an event that is being made.</param>
/// <param name="Seen">The form as it was fetched, packed.</param>
public sealed record EditPage(string? Slug, string? ShortTitle, bool IsDraft, int SeatsTaken, int ChildcareTaken, EventForm Form, string Seen)
{
    public IReadOnlyList<MeantimeChange> Meanwhile { get; init; } = [];

    /// <summary>What saving would erase; null where that is nothing, or nobody asked.</summary>
    public EditOutcome.Erases? Erases { get; init; }

    /// <summary>The programme's row that was just added or moved; -1 when the last one went.</summary>
    public int? FocusRow { get; init; }

    /// <summary>An earlier change of which the families know nothing.</summary>
    public MovedNotTold? NotTold { get; init; }

    public string Path => Slug is null ? "/verwaltung/veranstaltungen/neu" : $"/verwaltung/veranstaltungen/{Slug}/bearbeiten";

    public string PreviewPath => Slug is null ? "/verwaltung/veranstaltungen/neu/vorschau" : $"/verwaltung/veranstaltungen/{Slug}/vorschau";

    /// <summary>Made with the form, so that a second click makes no second event.</summary>
    public Guid Key { get; init; }

    public static EditPage New(EventForm form, Guid key) => new(null, null, true, 0, 0, form, "") { Key = key };

    /// <summary>The people are erased; small counts are not told.</summary>
    public bool IsAnonymous { get; init; }

    public static EditPage Of(Event ev, EventForm form, string seen, DateTime now) =>
        new(ev.Slug, ev.ShortTitle, ev.IsDraft, ev.SeatsTaken, ev.ChildcareTaken, form, seen) { IsAnonymous = Retention.RegistrationsGoAt(ev) <= now };
}

/// <param name="Gaps">What of the form does not fit yet.</param>
public sealed record PreviewPage(PublicEvent Event, bool IsSaved, string? Slug, IReadOnlyList<string> Gaps);

/// <summary>Fields that most events do without, behind their heading.</summary>
public sealed record FieldGroup(string View, string Heading, bool IsOpen, EditPage Page);
