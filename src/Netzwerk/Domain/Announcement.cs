using System.Text.Json;
using System.Text.Json.Serialization;

namespace Netzwerk.Domain;

/// <summary>
/// What the families of an event are told because of the event itself: it is cancelled, or takes place at another time or place. Stored with the
/// decision; the mails are written afterwards in batches, each in one transaction with how far it got.
/// </summary>
public sealed record Announcement
{
    /// <summary>Made with the decision: tells it apart from another one with the same words.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When and where it takes place now; null when it is cancelled.</summary>
    public Meeting? Now { get; init; }

    /// <summary>What families may have known before, the latest first: more than one where an earlier change did not reach all.</summary>
    public IReadOnlyList<Meeting> Known { get; init; } = [];

    /// <summary>How many had to be told when it was decided.</summary>
    public int Families { get; init; }

    /// <summary>How many of them have their mail in the outbox, or need none any more.</summary>
    public int Handled { get; init; }

    /// <summary>The last family that was handled; they follow one another by their id.</summary>
    public Guid? LastId { get; init; }

    /// <summary>The mails that waited at the decision and are no longer true are gone.</summary>
    public bool IsWithdrawn { get; init; }

    [JsonIgnore]
    public bool IsCancellation => Now is null;

    public static Announcement OfCancellation(int families) => new() { Families = families };

    /// <param name="unfinished">An earlier change of which not every family was told: the others still know what was before that.</param>
    public static Announcement OfChange(Meeting before, Meeting now, int families, Announcement? unfinished) =>
        new() { Now = now, Families = families, Known = unfinished?.Now is { } told ? [.. new[] { before, told }.Concat(unfinished.Known).Distinct()] : [before] };

    public static Announcement Parse(string stored) => JsonSerializer.Deserialize<Announcement>(stored)!;

    public string Serialize() => JsonSerializer.Serialize(this);

    /// <summary>
    /// May the next families be told? Not while a change is announced that was changed again: an organiser says whether they hear of that. And
    /// not of another time once it is over.
    /// </summary>
    public bool MayContinue(Event ev, DateTime at) => IsCancellation ? ev.CancelledAt is not null : ev.CancelledAt is null && ev.Meeting == Now && at < ev.Ends;
}
