using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Events;

/// <summary>What an event's page counts. Nothing here names a child.</summary>
public sealed class EventNumbers(NetzwerkDb db)
{
    private const int ShownProblems = 5;

    public async Task<Headcount> HeadsAsync(Event ev)
    {
        var counts = await Active(ev).GroupBy(r => r.EventId)
            .Select(all => new { Registrations = all.Count(), Further = all.Sum(r => r.FurtherAdults), Children = all.Sum(r => r.ChildrenInCare) })
            .SingleOrDefaultAsync();
        return counts is null ? new Headcount(0, 0, 0) : new Headcount(counts.Registrations, counts.Registrations + counts.Further, counts.Children);
    }

    public Task<List<int>> AgesAsync(Event ev) => Active(ev).SelectMany(r => r.Children).Select(child => child.Age).ToListAsync();

    /// <summary>Families that still wait for a call about a child.</summary>
    public Task<int> CallsWantedAsync(Event ev) => Active(ev).CountAsync(r => r.CalledAt == null && r.Children.Any(child => child.CallRequested));

    public async Task<MailSummary> MailsAsync(Event ev)
    {
        var mails = db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.EventId == ev.Id);
        var counts = await mails.GroupBy(mail => mail.State).Select(all => new { State = all.Key, Count = all.Count() }).ToDictionaryAsync(all => all.State, all => all.Count);
        var problems = await mails.Where(mail => mail.State == MailState.Refused || mail.State == MailState.Failed || mail.State == MailState.Unknown)
            .OrderBy(mail => mail.State == MailState.Unknown).ThenByDescending(mail => mail.CreatedAt).ThenBy(mail => mail.Id).Take(ShownProblems)
            .GroupJoin(db.Registrations, mail => mail.RegistrationId, registration => registration.Id, (mail, owners) => new { mail, owners })
            .SelectMany(pair => pair.owners.DefaultIfEmpty(), (pair, owner) => new MailProblem(
                pair.mail.Kind, pair.mail.State, pair.mail.RegistrationId, owner != null && owner.ErasedAt != null ? null : pair.mail.ToName,
                owner == null ? null : owner.Reference, pair.mail.LastAnswer))
            .ToListAsync();
        return new MailSummary(
            counts.GetValueOrDefault(MailState.Sent),
            counts.GetValueOrDefault(MailState.Waiting) + counts.GetValueOrDefault(MailState.Sending),
            await mails.CountAsync(mail => mail.State == MailState.Waiting && mail.Attempts > 0),
            counts.GetValueOrDefault(MailState.Refused), counts.GetValueOrDefault(MailState.Failed), counts.GetValueOrDefault(MailState.Unknown),
            await mails.MaxAsync(mail => mail.SentAt), problems);
    }

    private IQueryable<Registration> Active(Event ev) => db.Registrations.AsNoTracking().Where(r => r.EventId == ev.Id && r.CancelledAt == null);
}
