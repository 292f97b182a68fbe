using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>Is what a mail to a family says still so? Else it shall not go out, and not again.</summary>
public static class StillTrue
{
    /// <param name="occasion">The day that a reminder is about.</param>
    /// <param name="comes">Has the family not cancelled?</param>
    public static bool Of(string kind, DateOnly? occasion, Event ev, bool comes, DateTime now)
    {
        var ahead = comes && ev.CancelledAt is null;
        return kind switch
        {
            MailKind.Reminder => ahead && occasion == ev.Date && now < ev.Starts,
            MailKind.Confirmation or MailKind.ConfirmationAgain or MailKind.EventChanged or MailKind.Repeated => ahead && now < ev.Ends,
            MailKind.Link => comes && now < ev.Ends,
            MailKind.EventCancelled => comes && ev.CancelledAt is not null,
            MailKind.Cancelled => !comes,
            _ => true,
        };
    }
}
