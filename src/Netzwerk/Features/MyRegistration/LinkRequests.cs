using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.MyRegistration;

/// <summary>
/// Addresses that asked for their link. They are looked up after the answer has gone, so that its time does not tell who is registered.
/// </summary>
public sealed class LinkRequests(IServiceScopeFactory scopes, EventClock clock, TurnGate gate, TimeProvider system, OutboxSignal outbox, ILogger<LinkRequests> log)
    : AskedForMails(Kind, scopes, gate, system, outbox, log)
{
    private const string Kind = "link";

    private readonly TurnGate _gate = gate;

    /// <summary>
    /// One event at a time, because a turn belongs to one: the first one's answer leaves a row for each of the others, so that each is
    /// answered once, whatever dies in between.
    /// </summary>
    protected override async Task AnswerAsync(AskedMail asked, IServiceProvider services)
    {
        var db = services.GetRequiredService<NetzwerkDb>();
        var row = db.AskedMails.Where(candidate => candidate.Id == asked.Id);
        var key = FamilyIdentity.EmailKeyOf(asked.Address);
        var events = Guid.TryParse(asked.Kind[Kind.Length..], out var only) ? [only] : await db.Registrations.Where(r => r.EmailKey == key && r.CancelledAt == null).Select(r => r.EventId).Distinct().ToListAsync();
        var answered = events.Count == 0 ? null : await services.GetRequiredService<EventTurn>().TakeAsync(events[0], async ev =>
        {
            if (await row.ExecuteDeleteAsync() == 0) return ev;
            db.AddRange(events.Skip(1).Select(other => new AskedMail { Kind = $"{Kind}{other:N}", Address = asked.Address, AskedAt = asked.AskedAt }));
            await WriteAsync(ev, key, db, services.GetRequiredService<RegistrationMails>());
            return ev;
        });
        if (answered is not null) return;
        // Nobody here has that address, or the event is gone.
        using var turn = await _gate.WaitAsync(CancellationToken.None);
        await row.ExecuteDeleteAsync();
    }

    private async Task WriteAsync(Event ev, string key, NetzwerkDb db, RegistrationMails mails)
    {
        if (clock.Now >= ev.Ends) return;
        foreach (var registration in await db.Registrations.Where(r => r.EventId == ev.Id && r.EmailKey == key && r.CancelledAt == null && r.ErasedAt == null).OrderBy(r => r.Id).ToListAsync())
        {
            if (!await IsWithinLimitAsync(db, registration.Id)) continue;
            db.Add(mails.Link(ev, registration));
            db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.LinkAskedFor, EventId = ev.Id, RegistrationId = registration.Id });
        }
    }

    /// <summary>So that nobody fills somebody else's mailbox.</summary>
    private async Task<bool> IsWithinLimitAsync(NetzwerkDb db, Guid registrationId)
    {
        var since = clock.Now.AddDays(-1);
        return await db.Set<OutboxMail>().CountAsync(mail => mail.RegistrationId == registrationId && mail.Kind == MailKind.Link && mail.CreatedAt > since) < RegistrationMails.AgainPerDay;
    }
}
