using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>
/// Looks at a mail to a family again when it is about to leave: it is withdrawn when what it says is not so any more, and written anew when it
/// would be written otherwise today.
/// </summary>
public sealed class FamilyMailReview(NetzwerkDb db, SeenEvents events, RegistrationMails mails, EventMails eventMails, EventClock clock, ClockGuard guard)
{
    private static readonly Func<NetzwerkDb, Guid, Task<Registration?>> FindFamily =
        EF.CompileAsyncQuery((NetzwerkDb db, Guid id) => db.Registrations.AsNoTracking().IgnoreAutoIncludes().SingleOrDefault(r => r.Id == id));

    private static readonly Func<NetzwerkDb, Guid, Task<Event?>> FindEvent =
        EF.CompileAsyncQuery((NetzwerkDb db, Guid id) => db.Events.AsNoTracking().SingleOrDefault(ev => ev.Id == id));

    public async Task<MailReview> ReviewAsync(OutboxMail mail)
    {
        if (await FindFamily(db, mail.RegistrationId!.Value) is not { ErasedAt: null, Email: not null } family)
            return new MailReview.Withdraw("Die Angaben der Familie sind gelöscht.");
        if (await events.FindAsync(family.EventId, () => FindEvent(db, family.EventId)) is { } seen && await JudgeAsync(mail, seen, family) == MailReview.Current) return MailReview.Current;
        // What was seen a moment ago may let it leave as it is; to change it takes the event as it is now.
        return await FindEvent(db, family.EventId) is { } ev ? await JudgeAsync(mail, ev, family) : new MailReview.Withdraw("Die Veranstaltung gibt es nicht mehr.");
    }

    private async Task<MailReview> JudgeAsync(OutboxMail mail, Event ev, Registration family)
    {
        if (await WhyNotAsync(mail, ev, family) is { } because) return new MailReview.Withdraw(because);
        return await AnewAsync(mail, ev, family) is { } fresh && !SaysTheSame(mail, fresh) ? new MailReview.Anew(fresh) : MailReview.Current;
    }

    /// <summary>The same mail as it would be written now; null where it stays as it is.</summary>
    public async Task<OutboxMail?> AnewAsync(OutboxMail mail, Event ev, Registration family) => mail.Kind switch
    {
        MailKind.Confirmation => mails.Confirmation(ev, family),
        MailKind.ConfirmationAgain => mails.ConfirmationAgain(ev, family, mail.CreatedAt),
        MailKind.Link => mails.Link(ev, family, mail.CreatedAt),
        MailKind.Reminder => eventMails.Reminder(ev, family),
        MailKind.Cancelled => mails.Cancelled(ev, family),
        MailKind.EventCancelled => eventMails.Cancelled(ev, family, ev.CancelledBecause),
        // What was before stands nowhere but in the mail itself; what holds now stands in the event.
        MailKind.EventChanged => eventMails.NamesWhatHolds(mail.TextBody, ev, family) ? Readdressed(mail, family) : eventMails.Changed(ev, family, []),
        MailKind.Repeated => await ShownAsync(mail, family) is { } shown ? mails.SignedUpAgain(ev, family, shown) : null,
        _ => null,
    };

    private async Task<string?> WhyNotAsync(OutboxMail mail, Event ev, Registration family)
    {
        // A clock that is not believed says of no event that it is over.
        var now = guard.IsTrusted ? clock.Now : mail.CreatedAt;
        if (StillTrue.WhyNot(mail.Kind, mail.Occasion, ev, family.IsActive, now) is { } because) return because;
        if (mail.Kind != MailKind.Cancelled) return null;
        var key = FamilyIdentity.KeyOf(family.Email!, family.GivenName!, family.FamilyName!);
        return await db.Registrations.AnyAsync(r => r.EventId == ev.Id && r.FamilyKey == key && r.CancelledAt == null)
            ? "Die Familie hat sich inzwischen neu angemeldet."
            : null;
    }

    /// <summary>The reference that the last page showed when the family signed up again.</summary>
    private async Task<string?> ShownAsync(OutboxMail mail, Registration family) =>
        (await db.RepeatedSignUps.Where(again => again.RegistrationId == family.Id).Select(again => again.Reference).ToListAsync())
        .Find(reference => mail.TextBody.Contains(reference, StringComparison.Ordinal));

    private static OutboxMail Readdressed(OutboxMail mail, Registration family) => new("", mail.CreatedAt)
    {
        Kind = mail.Kind,
        ToAddress = family.Email!,
        ToName = family.FullName,
        Subject = mail.Subject,
        TextBody = mail.TextBody,
        HtmlBody = mail.HtmlBody,
        Calendar = mail.Calendar,
        ReplyToAddress = mail.ReplyToAddress,
        ReplyToName = mail.ReplyToName,
        LinkGeneration = family.LinkGeneration,
    };

    private static bool SaysTheSame(OutboxMail mail, OutboxMail fresh) =>
        (mail.ToAddress, mail.ToName, mail.LinkGeneration, mail.ReplyToAddress, mail.ReplyToName, mail.Subject) ==
        (fresh.ToAddress, fresh.ToName, fresh.LinkGeneration, fresh.ReplyToAddress, fresh.ReplyToName, fresh.Subject)
        && mail.TextBody == fresh.TextBody && WithoutStamp(mail.Calendar).SequenceEqual(WithoutStamp(fresh.Calendar), StringComparer.Ordinal);

    /// <summary>When a calendar file was written is no news.</summary>
    private static IEnumerable<string> WithoutStamp(string? calendar) =>
        (calendar ?? "").Split("\r\n").Where(line => !line.StartsWith("DTSTAMP", StringComparison.Ordinal));
}
