using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Privacy;

/// <summary>
/// The one way in which what belongs to a family goes: from the database, its log, the outbox and its files, and into the ledger. Who wants
/// it (family, organiser, retention, a restored backup) only says whom.
/// </summary>
public sealed class Erasure(NetzwerkDb db, EventTurn turn, Engine engine, ErasureLedger ledger, DataDirectory directory, EventClock clock)
{
    /// <summary>Families in one transaction: so long a sign-up may have to wait.</summary>
    public const int PerTurn = 50;

    /// <param name="cancels">The family does not come either, so its seats become free; no mail is left to say so.</param>
    /// <returns>False when nothing of the family was left.</returns>
    public async Task<bool> OfFamilyAsync(Guid eventId, Guid id, AuditAct act, string? by = null, bool cancels = false)
    {
        var messages = await turn.TakeAsync(eventId, async ev =>
        {
            if (await db.Registrations.SingleOrDefaultAsync(r => r.Id == id && r.EventId == ev.Id && r.ErasedAt == null) is not { } registration) return Nothing;
            if (cancels && registration.MayCancel(ev, clock.Now))
            {
                registration.Cancel(ev, clock.Now);
                db.Add(Entry(ev, AuditAct.CancelledByFamily, null, id));
            }
            db.Add(Entry(ev, act, by, id));
            return await ForgetAsync([registration], ErasureCause.Request);
        });
        if (messages is null || messages == Nothing) return false;
        await EmptyLogAsync();
        FolderTransport.Forget(directory.Mails, messages);
        return true;
    }

    /// <summary>At most <see cref="PerTurn"/> at once, noted as one number. The caller ends with <see cref="EmptyLogAsync"/>.</summary>
    /// <param name="isMeant">Asked again under the event's lock.</param>
    /// <param name="act">Null where the erasure was noted before, in a time that a restored backup does not know.</param>
    /// <param name="cause">Null where the ledger knows it already.</param>
    public async Task<int> OfFamiliesAsync(Guid eventId, IReadOnlyCollection<Guid> ids, Func<Event, Registration, bool> isMeant, AuditAct? act, ErasureCause? cause)
    {
        var erased = 0;
        var messages = await turn.TakeAsync(eventId, async ev =>
        {
            var meant = (await db.Registrations.Where(r => ids.Contains(r.Id) && r.ErasedAt == null).ToListAsync()).FindAll(r => isMeant(ev, r));
            erased = meant.Count;
            if (erased > 0 && act is { } noted) db.Add(Entry(ev, noted, null, null, erased));
            return await ForgetAsync(meant, cause);
        });
        FolderTransport.Forget(directory.Mails, messages ?? Nothing);
        return erased;
    }

    /// <summary>Only names, ages and wishes of children. The caller ends with <see cref="EmptyLogAsync"/>.</summary>
    /// <returns>How many families had children noted.</returns>
    public async Task<int> OfChildrenAsync(Guid eventId, IReadOnlyCollection<Guid> ids, Func<Event, Registration, bool> isMeant, AuditAct? act, ErasureCause? cause)
    {
        var erased = 0;
        await turn.TakeAsync(eventId, async ev =>
        {
            var meant = (await db.Registrations.Where(r => ids.Contains(r.Id) && r.Children.Any()).ToListAsync()).FindAll(r => isMeant(ev, r));
            erased = meant.Count;
            if (erased == 0) return ev;
            if (cause is { } why) await ledger.WriteAsync(ErasedKind.Children, [.. meant.Select(r => r.Id)], why);
            await ForgetFingerprintsAsync([.. meant.Select(r => r.Id)]);
            foreach (var registration in meant) registration.EraseChildren();
            if (act is { } noted) db.Add(Entry(ev, noted, null, null, erased));
            return ev;
        });
        return erased;
    }

    public Task EmptyLogAsync() => engine.ForgetDeletedAsync(db);

    private static IReadOnlyList<string> Nothing { get; } = [];

    /// <summary>
    /// Mails greet by name. A fingerprint is a hash over what the family wrote and could be guessed at, so it goes; its row stays, so that
    /// an old tab does not bring the person back.
    /// </summary>
    /// <returns>Message-IDs of the mails, which may lie in files too.</returns>
    private async Task<IReadOnlyList<string>> ForgetAsync(List<Registration> registrations, ErasureCause? cause)
    {
        var ids = registrations.ConvertAll(r => r.Id);
        if (cause is { } why)
        {
            await ledger.WriteAsync(ErasedKind.Registration, [.. registrations.Where(r => r.IsActive).Select(r => r.Id)], why);
            await ledger.WriteAsync(ErasedKind.Cancelled, [.. registrations.Where(r => !r.IsActive).Select(r => r.Id)], why);
        }
        foreach (var registration in registrations) registration.Erase(clock.Now);
        var mails = db.Set<OutboxMail>().Where(mail => ids.Contains(mail.RegistrationId!.Value));
        var messages = await mails.Select(mail => mail.MessageId).ToListAsync();
        await mails.ExecuteDeleteAsync();
        await ForgetFingerprintsAsync(ids);
        return messages;
    }

    private Task<int> ForgetFingerprintsAsync(List<Guid> ids) => db.RepeatedSignUps.Where(again => ids.Contains(again.RegistrationId))
        .ExecuteUpdateAsync(set => set.SetProperty(again => again.Fingerprint, Array.Empty<byte>()));

    private AuditEntry Entry(Event ev, AuditAct act, string? by, Guid? registrationId, int? count = null) => new()
    {
        At = clock.Now,
        Act = act,
        By = by,
        EventId = ev.Id,
        RegistrationId = registrationId,
        Fields = count?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
