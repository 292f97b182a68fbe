namespace Netzwerk.Domain;

/// <summary>How long what was printed or exported may be kept: as long as the site itself keeps the same details. Stands on every sheet.</summary>
public static class PaperLife
{
    public static DateOnly OfRegistrations(Event ev) => BerlinTime.DateOf(Retention.RegistrationsGoAt(ev));

    public static DateOnly OfChildren(Event ev) => BerlinTime.DateOf(Retention.ChildrenGoAt(ev));
}
