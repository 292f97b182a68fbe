using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>Who comes: the list of an event's registrations.</summary>
public sealed class AttendeesController(NetzwerkDb db, SignedIn signedIn, EventClock clock, Disclosures disclosures, NetworkCounts counts) : AttendeesRoom(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AttendeeQuery query)
    {
        if (Enter() is not { } ev) return NotFound();
        var desk = await DeskAsync(ev);
        if (desk.IsOrganizer && query.Care == AttendeeQuery.CallWanted) await disclosures.NoteAsync(ev, AuditAct.ChildrenListed, "Anruf gewünscht");
        // Once all are erased, a row would still be a family.
        var isAnonymous = Retention.RegistrationsGoAt(ev) <= clock.Now;
        var all = Db.Registrations.Where(r => r.EventId == ev.Id && (!isAnonymous || r.ErasedAt == null));
        var found = await AttendeesFound.AskAsync(query, Db.Registrations, all, query.Narrow(all, Db, desk.IsOrganizer));
        return View(new AttendeesPage(desk, query, found.Counts, found.Page, await MarkSharedAddressesAsync(ev, await RowsAsync(found.Ids))) { IsAnonymous = isAnonymous, Answers = await SumUpAsync(ev, all), Rush = await SignUpRush.OfAsync(Db, counts, ev, clock.Now), MayCancel = ev.CancelledAt is null && clock.Now < ev.Starts });
    }

    private async Task<List<AttendeeRow>> RowsAsync(IReadOnlyList<Guid> ids)
    {
        var troubled = AttendeeQuery.TroubledMails(Db);
        var rows = await Db.Registrations.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new AttendeeRow(
            r.Id, r.GivenName, r.FamilyName, r.EmailKey, 1 + r.FurtherAdults, r.ChildrenInCare, r.Reference, r.ArrivedAt,
            r.CancelledAt != null, r.ErasedAt != null, r.LetInKnowingly, troubled.Any(mail => mail.RegistrationId == r.Id), r.Answers)).ToDictionaryAsync(row => row.Id);
        return [.. ids.Select(rows.GetValueOrDefault).OfType<AttendeeRow>()];
    }

    /// <summary>Of all who come, whatever the list is narrowed to: one plans tables by it.</summary>
    private static async Task<IReadOnlyList<AnswerSummary>> SumUpAsync(Event ev, IQueryable<Registration> all)
    {
        if (ev.Questions.Count == 0) return [];
        var given = await all.AsNoTracking().Where(r => r.CancelledAt == null && r.ErasedAt == null).Select(r => r.Answers).ToListAsync();
        return [.. ev.Questions.Select(question => AnswerSummary.Of(question, given))];
    }

    /// <summary>One address, several names: usually an office or a friend, sometimes the same family twice. Staff look.</summary>
    private async Task<List<AttendeeRow>> MarkSharedAddressesAsync(Event ev, List<AttendeeRow> rows)
    {
        var addresses = rows.Select(row => row.EmailKey).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        // By the addresses alone, which are few; an event may have many registrations.
        var everywhere = await Db.Registrations.Where(r => r.CancelledAt == null && addresses.Contains(r.EmailKey!)).Select(r => new { r.EventId, Address = r.EmailKey! }).ToListAsync();
        var active = everywhere.Where(registration => registration.EventId == ev.Id).Select(registration => registration.Address);
        var shared = active.CountBy(address => address, StringComparer.Ordinal).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(row => row with { SharesAddress = !row.IsCancelled && row.EmailKey is { } address && shared.Contains(address) })];
    }
}
