using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>Is what a mail to a family says still so? Else it shall not go out, and not again.</summary>
public static class StillTrue
{
    /// <param name="occasion">The day that a reminder is about.</param>
    /// <param name="comes">Has the family not cancelled?</param>
    public static bool Of(string kind, DateOnly? occasion, Event ev, bool comes, DateTime now) => WhyNot(kind, occasion, ev, comes, now) is null;

    /// <returns>A sentence for staff; null while it is so.</returns>
    public static string? WhyNot(string kind, DateOnly? occasion, Event ev, bool comes, DateTime now)
    {
        var looksAhead = kind is MailKind.Reminder or MailKind.Confirmation or MailKind.ConfirmationAgain or MailKind.EventChanged or MailKind.Repeated;
        if (!comes && (looksAhead || kind is MailKind.Link or MailKind.EventCancelled)) return "Die Familie ist abgemeldet.";
        if (looksAhead && ev.CancelledAt is not null) return "Die Veranstaltung ist abgesagt.";
        if (kind == MailKind.Reminder && occasion != ev.Date) return "Die Veranstaltung ist jetzt an einem anderen Tag.";
        if (kind == MailKind.Reminder && now >= ev.Starts) return "Die Veranstaltung hat begonnen.";
        if ((looksAhead || kind == MailKind.Link) && now >= ev.Ends) return "Die Veranstaltung ist vorbei.";
        return kind switch
        {
            MailKind.EventCancelled when ev.CancelledAt is null => "Die Veranstaltung findet statt.",
            MailKind.Cancelled when comes => "Die Familie ist angemeldet.",
            _ => null,
        };
    }
}
