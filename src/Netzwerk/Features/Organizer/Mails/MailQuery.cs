using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Mails;

/// <summary>Which mails are asked for, as it stands in the address.</summary>
public sealed record MailQuery(
    [FromQuery(Name = "zustand")] string? State = null, [FromQuery(Name = "art")] string? Kind = null, [FromQuery(Name = "seite")] int Page = 1)
{
    public const string Troubled = "pruefen";
    public const string Waiting = "warten";
    public const string Sent = "gesendet";
    public const string Withdrawn = "zurueckgezogen";

    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(Kind);

    public IQueryable<OutboxMail> Of(IQueryable<OutboxMail> mails)
    {
        if (!string.IsNullOrEmpty(Kind)) mails = mails.Where(mail => mail.Kind == Kind);
        return State switch
        {
            Troubled => mails.Where(mail => mail.State == MailState.Refused || mail.State == MailState.Failed || mail.State == MailState.Unknown || (mail.State == MailState.Waiting && mail.Attempts > 0)),
            Waiting => mails.Where(mail => mail.State == MailState.Waiting || mail.State == MailState.Sending),
            Sent => mails.Where(mail => mail.State == MailState.Sent),
            Withdrawn => mails.Where(mail => mail.State == MailState.Withdrawn),
            _ => mails,
        };
    }

    /// <summary>First what needs somebody, then what is tried again by itself, then the rest; the newest first in each.</summary>
    public static IQueryable<OutboxMail> InOrder(IQueryable<OutboxMail> mails) => mails
        .OrderBy(mail => mail.State == MailState.Refused || mail.State == MailState.Failed ? 0 : mail.State == MailState.Unknown ? 1 : mail.State == MailState.Waiting && mail.Attempts > 0 ? 2 : 3)
        .ThenByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id);

    /// <summary>The same question for another page.</summary>
    public string PathOf(int page)
    {
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal) { ["zustand"] = State, ["art"] = Kind, ["seite"] = page.ToString(CultureInfo.InvariantCulture) };
        return QueryHelpers.AddQueryString("", asked.Where(part => !string.IsNullOrEmpty(part.Value)));
    }
}
