using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.MyRegistration;

/// <summary>
/// Addresses that asked for their link. They are looked up after the answer has gone, so that its time does not tell who is registered.
/// </summary>
public sealed class LinkRequests(IServiceScopeFactory scopes, EventClock clock, OutboxSignal outbox, ILogger<LinkRequests> log) : BackgroundService
{
    /// <summary>So that nobody fills somebody else's mailbox.</summary>
    private const int LinksPerRegistrationAndDay = 3;

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="emailKey">See <see cref="FamilyIdentity.EmailKeyOf"/>.</param>
    public void Ask(string emailKey) => _asked.Writer.TryWrite(emailKey);

    /// <summary>Writes a mail for each registration behind the addresses that asked so far.</summary>
    public async Task SendDueAsync()
    {
        while (_asked.Reader.TryRead(out var emailKey)) await SendAsync(emailKey);
        outbox.Ring();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _asked.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await SendDueAsync();
            }
            catch (Exception failure)
            {
                // An exception that leaves here would stop the whole site; whoever asked can ask again.
                log.LogError(failure, "A personal link could not be sent again");
            }
        }
    }

    private async Task SendAsync(string emailKey)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<NetzwerkDb>();
        var found = await db.Registrations.AsNoTracking().Where(r => r.EmailKey == emailKey && r.CancelledAt == null).Select(r => new { r.Id, r.EventId }).ToListAsync();
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
