using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>
/// Tells the families of an event what was decided, in batches: each holds the event only for as long as a few mails take, and stores with them
/// how far it got. Whoever goes on, after a crash or in another process, therefore writes each mail once.
/// </summary>
public sealed class Announcements(NetzwerkDb db, EventTurn turn, EventMails mails, ToldMeetings told, EventClock clock, ClockGuard guard, OutboxSignal outbox)
{
    /// <summary>Mails in one transaction: so long a sign-up may have to wait.</summary>
    public const int PerTurn = 50;

    public Task<Announcement?> FindAsync(Guid eventId) => FindAsync(StoredSetting.AnnouncementOf(eventId));

    /// <summary>Events of which families are being told something.</summary>
    public async Task<IReadOnlyList<Guid>> UnfinishedAsync(CancellationToken cancel = default) =>
        [.. (await db.Settings.Where(row => row.Key.StartsWith(StoredSetting.Announcement)).Select(row => row.Key).ToListAsync(cancel)).Select(StoredSetting.EventOf)];

    /// <summary>In the event's transaction, with the decision. Takes the place of an earlier one.</summary>
    public async Task StoreAsync(Event ev, Announcement announcement, string by)
    {
        var key = StoredSetting.AnnouncementOf(ev.Id);
        if (await db.Settings.SingleOrDefaultAsync(row => row.Key == key) is { } row)
            (row.Value, row.ChangedAt, row.ChangedBy) = (announcement.Serialize(), clock.Now, by);
        else db.Add(new StoredSetting { Key = key, Value = announcement.Serialize(), ChangedAt = clock.Now, ChangedBy = by });
    }

    /// <summary>In the event's transaction: nobody else is told.</summary>
    public Task ForgetAsync(Event ev)
    {
        var key = StoredSetting.AnnouncementOf(ev.Id);
        return db.Settings.Where(row => row.Key == key).ExecuteDeleteAsync();
    }

    /// <summary>One batch.</summary>
    /// <returns>Is there more to do for this event right now?</returns>
    public async Task<bool> WriteNextAsync(Guid eventId, CancellationToken cancel = default)
    {
        // Looked up before the transaction, because only what is written has to hold others up.
        var key = StoredSetting.AnnouncementOf(eventId);
        if (await db.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancel) is not { } seen) return false;
        var announcement = Announcement.Parse(seen.Value);
        if (!MayJudge(announcement)) return false;
        var ev = await db.Events.AsNoTracking().SingleAsync(candidate => candidate.Id == eventId, cancel);
        if (!announcement.MayContinue(ev, clock.Now) && !IsVoid(ev)) return false;
        var untrue = announcement.IsWithdrawn ? [] : await UntrueAsync(eventId, cancel);
        var families = untrue.Count == PerTurn ? [] : await NextAsync(eventId, announcement.LastId ?? Guid.Empty, cancel);
        var batch = await turn.TakeAsync(eventId, current => WriteAsync(current, announcement, seen.Value, untrue, families), cancel);
        if (batch is { Mails: > 0 }) outbox.Ring();
        return batch is { IsLast: false };
    }

    private async Task<Batch> WriteAsync(Event ev, Announcement announcement, string seen, List<Guid> untrue, List<Guid> families)
    {
        var key = StoredSetting.AnnouncementOf(ev.Id);
        // Another process was faster; it goes on.
        if (await db.Settings.SingleOrDefaultAsync(row => row.Key == key) is not { } row || row.Value != seen) return Batch.Nothing;
        if (!MayJudge(announcement)) return Batch.Nothing;
        if (!announcement.MayContinue(ev, clock.Now))
        {
            if (IsVoid(ev)) db.Remove(row);
            return Batch.Nothing;
        }
        if (untrue.Count > 0) await db.Set<OutboxMail>().Where(mail => untrue.Contains(mail.Id)).WithdrawAsync();
        if (untrue.Count == PerTurn) return new Batch(0, false);

        // Asked again: who cancelled or was erased since then is left out.
        var guests = await db.GuestsOf(ev).AsNoTracking().IgnoreAutoIncludes().Where(r => families.Contains(r.Id)).ToListAsync();
        var toldBefore = announcement.IsCancellation ? null : await told.FindAsync(families);
        List<OutboxMail> written = [.. guests.Select(family => MailFor(ev, family, announcement, toldBefore)).OfType<OutboxMail>()];
        db.AddRange(written);
        var isLast = families.Count < PerTurn;
        if (isLast) db.Remove(row);
        else row.Value = (announcement with { IsWithdrawn = true, LastId = families[^1], Handled = announcement.Handled + families.Count }).Serialize();
        return new Batch(written.Count, isLast);
    }

    private Task<List<Guid>> UntrueAsync(Guid eventId, CancellationToken cancel) =>
        db.Set<OutboxMail>().Where(mail => mail.EventId == eventId).Withdrawable().OrderBy(mail => mail.Id).Select(mail => mail.Id).Take(PerTurn).ToListAsync(cancel);

    private Task<List<Guid>> NextAsync(Guid eventId, Guid after, CancellationToken cancel) =>
        db.GuestsOf(eventId).Where(r => r.Id > after).Select(r => r.Id).Take(PerTurn).ToListAsync(cancel);

    /// <summary>A change ends with the event. A clock that may be wrong must not end it, because nobody would tell the other families any more.</summary>
    private bool MayJudge(Announcement announcement) => announcement.IsCancellation || guard.IsTrusted;

    /// <summary>Of a change that may not go on: is there nothing left that an organiser could say about it?</summary>
    private bool IsVoid(Event ev) => !ev.HasNews(clock.Now);

    /// <returns>Null where nothing is new for this family.</returns>
    private OutboxMail? MailFor(Event ev, Registration family, Announcement announcement, ILookup<Guid, ToldMeeting>? toldBefore)
    {
        if (toldBefore is null) return mails.Cancelled(ev, family, ev.CancelledBecause);
        List<ToldMeeting> own = [.. toldBefore[family.Id]];
        if (told.IsKnown(ev.Meeting, own)) return null;
        var before = told.LastOf(announcement.Known, own);
        if (own.Count == 0 && before == ev.Meeting) return null;
        return mails.Changed(ev, family, before is null ? [] : News.Between(before, ev.Meeting));
    }

    private async Task<Announcement?> FindAsync(string key) =>
        await db.Settings.Where(row => row.Key == key).Select(row => row.Value).SingleOrDefaultAsync() is { } stored ? Announcement.Parse(stored) : null;

    private sealed record Batch(int Mails, bool IsLast)
    {
        public static Batch Nothing { get; } = new(0, true);
    }
}
