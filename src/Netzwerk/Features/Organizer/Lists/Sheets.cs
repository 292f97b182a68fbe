using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Lists;

/// <summary>The room that leads to sheets and files.</summary>
public sealed record ListsPage(string Slug, string ShortTitle, int Registrations, int Children, DateOnly DestroyBy, DateOnly DestroyChildrenBy)
{
    public string Room => $"/verwaltung/veranstaltungen/{Slug}";
}

/// <summary>What stands at the head of every sheet. The confidentiality foot names a day, because „bald“ shreds nothing.</summary>
public sealed record SheetHead(string Slug, string ShortTitle, DateOnly Date, string Hours, string Place, DateTime AsOf, DateOnly DestroyBy, bool IsCancelled)
{
    public string When => $"{BerlinTime.LongDate(Date)}, {Hours}, {Place}";
}

/// <summary>Goes around the room to be signed: no contact data, nothing about children.</summary>
/// <param name="Nameless">Adults of active registrations whose person was erased: they count, but nobody can be called up.</param>
public sealed record AttendeeSheet(SheetHead Head, IReadOnlyList<AttendeeLine> Lines, int Nameless, int Registrations, int Adults)
{
    public const int BlankRows = 5;
}

public sealed record AttendeeLine(string FamilyName, string GivenName, int FurtherAdults);

/// <param name="BackToLists">Organisers came from the lists; a carer knows no other page than the list of events.</param>
public sealed record ChildrenSheet(SheetHead Head, IReadOnlyList<ChildLine> Lines, int Carers, bool BackToLists)
{
    /// <summary>For children who come without having been announced.</summary>
    public const int BlankRows = 3;
}

public sealed record ChildLine(string FirstName, int Age, string Parent, string? Phone, CallWish Call);

/// <summary>What was to be agreed about a child. That it was agreed stays a hint for the day; what it is stands on no paper.</summary>
public enum CallWish
{
    None,
    Due,
    Done,
}
