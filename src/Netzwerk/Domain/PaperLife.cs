namespace Netzwerk.Domain;

/// <summary>
/// How long what was printed or exported may be kept: as long as the site itself is meant to keep the same details, counted from the
/// event's day. Stands on every sheet.
/// </summary>
public static class PaperLife
{
    public static DateOnly OfRegistrations(DateOnly eventDay) => eventDay.AddDays(30);

    public static DateOnly OfChildren(DateOnly eventDay) => eventDay.AddDays(7);
}
