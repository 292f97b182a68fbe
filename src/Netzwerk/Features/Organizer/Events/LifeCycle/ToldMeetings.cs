using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>
/// What families were told of when and where, read from their mails: those that reached them or may have, and those that wait, because the site
/// showed the same when they were written.
/// </summary>
public sealed class ToldMeetings(NetzwerkDb db, EventMails mails)
{
    private static readonly string[] Kinds =
        [MailKind.Confirmation, MailKind.ConfirmationAgain, MailKind.Repeated, MailKind.Link, MailKind.Reminder, MailKind.EventChanged];

    /// <summary>How many families may have been told of something else than what holds now.</summary>
    public Task<int> CountOthersAsync(Event ev)
    {
        var (when, where) = mails.LinesOf(ev.Meeting);
        var families = db.GuestsOf(ev);
        return Telling().Where(mail => families.Any(family => family.Id == mail.RegistrationId))
            .Where(mail => !mail.TextBody.Contains(when) || !mail.TextBody.Contains(where))
            .Select(mail => mail.RegistrationId).Distinct().CountAsync();
    }

    /// <summary>By their ids, because the lookup stands in a transaction for which sign-ups wait: a subquery would read the mails of all.</summary>
    public async Task<ILookup<Guid, ToldMeeting>> FindAsync(IReadOnlyList<Guid> families) =>
        (await Telling().Where(mail => mail.RegistrationId != null && families.Contains(mail.RegistrationId.Value))
            .Select(mail => new ToldMeeting(mail.RegistrationId!.Value, mail.TextBody, mail.State, mail.PossiblyDuplicate, mail.LastAttemptAt)).ToListAsync())
        .ToLookup(told => told.Family);

    /// <summary>Was it this that a family was told last, and for certain?</summary>
    public bool IsKnown(Meeting now, IEnumerable<ToldMeeting> told)
    {
        var byWords = told.ToLookup(one => Names(one, now));
        return byWords[true].Any(one => one.State is not (MailState.Withdrawn or MailState.Refused or MailState.Failed))
            && byWords[false].All(other => byWords[true].Any(one => one.IsSentAfter(other)));
    }

    /// <summary>What a family believes in.</summary>
    /// <param name="known">What it may have been told, the latest first.</param>
    /// <returns>Null where its mails name none of these.</returns>
    public Meeting? LastOf(IReadOnlyList<Meeting> known, IEnumerable<ToldMeeting> told) =>
        told.OrderBy(one => one.MayHaveArrived).ThenBy(one => one.LastAttemptAt).LastOrDefault() is { } last
            ? known.FirstOrDefault(meeting => Names(last, meeting))
            : known[^1];

    private IQueryable<OutboxMail> Telling() => db.Set<OutboxMail>().AsNoTracking().Where(mail => Kinds.Contains(mail.Kind))
        .Where(mail => mail.PossiblyDuplicate || (mail.State != MailState.Withdrawn && mail.State != MailState.Refused && mail.State != MailState.Failed));

    private bool Names(ToldMeeting told, Meeting meeting)
    {
        var (when, where) = mails.LinesOf(meeting);
        return told.Text.Contains(when, StringComparison.Ordinal) && told.Text.Contains(where, StringComparison.Ordinal);
    }
}

/// <summary>A mail that names when and where.</summary>
public sealed record ToldMeeting(Guid Family, string Text, MailState State, bool PossiblyDuplicate, DateTime? LastAttemptAt)
{
    public bool MayHaveArrived => PossiblyDuplicate || State is MailState.Sent or MailState.Sending or MailState.Unknown;

    public bool IsSentAfter(ToldMeeting other) =>
        State == MailState.Sent && other.State is not (MailState.Waiting or MailState.Unknown or MailState.Sending) && LastAttemptAt > other.LastAttemptAt;
}
