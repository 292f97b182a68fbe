using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.MyRegistration;

/// <summary>
/// Addresses that asked for their link. They are looked up after the answer has gone, so that its time does not tell who is registered.
/// </summary>
public sealed class LinkRequests(IServiceScopeFactory scopes, EventClock clock, OutboxSignal outbox, ILogger<LinkRequests> log) : AskedForMails(outbox, log)
{
    /// <summary>So that nobody fills somebody else's mailbox.</summary>
    private const int LinksPerRegistrationAndDay = 3;

    protected override async Task SendAsync(string address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<NetzwerkDb>();
        var found = await db.Registrations.AsNoTracking().Where(r => r.EmailKey == address && r.CancelledAt == null).Select(r => new { r.Id, r.EventId }).ToListAsync();
        foreach (var one in found)
        {
            await services.GetRequiredService<EventTurn>().TakeAsync(one.EventId, async ev =>
            {
                var registration = await db.Registrations.SingleAsync(r => r.Id == one.Id);
                if (registration is not { IsActive: true, ErasedAt: null } || clock.Now >= ev.Ends || !await IsWithinLimitAsync(db, one.Id)) return registration;
                db.Add(services.GetRequiredService<RegistrationMails>().Link(ev, registration));
                db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.LinkAskedFor, EventId = ev.Id, RegistrationId = registration.Id });
                return registration;
            });
        }
    }

    private async Task<bool> IsWithinLimitAsync(NetzwerkDb db, Guid registrationId)
    {
        var since = clock.Now.AddDays(-1);
        return await db.Set<OutboxMail>().CountAsync(mail => mail.RegistrationId == registrationId && mail.Kind == MailKind.Link && mail.CreatedAt > since) < LinksPerRegistrationAndDay;
    }
}
