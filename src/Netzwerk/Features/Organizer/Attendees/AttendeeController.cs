using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>One registration with its mails and its history.</summary>
public sealed class AttendeeController(NetzwerkDb db, SignedIn signedIn, EventClock clock, Disclosures disclosures, RecipientLimit limit) : AttendeesRoom(db, signedIn)
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (Enter() is not { } ev || await FindAsync(ev.Id, id) is not { } person) return NotFound();
        var desk = await DeskAsync(ev);
        var children = desk.IsOrganizer ? await ChildrenAsync(id) : [];
        if (children.Count > 0) await disclosures.NoteAsync(ev, AuditAct.ChildrenListed, "Vorname des Kindes, Alter in Jahren, Anruf gewünscht", id);
        return View(new AttendeePage(desk, person)
        {
            Children = children,
            Answers = await Db.Registrations.AsNoTracking().Where(r => r.Id == id).Select(r => r.Answers).SingleAsync(),
            Mails = await MailsAsync(id),
            ConfirmationWaitsUntil = await WaitsUntilAsync(id),
            History = await HistoryAsync(id, desk.IsOrganizer),
            OtherReferences = await Db.RepeatedSignUps.Where(again => again.RegistrationId == id).OrderBy(again => again.ArrivedAt).Select(again => again.Reference).ToListAsync(),
            SameAddress = await SameAddressAsync(ev.Id, id),
            MayReaddress = person is { IsActive: true, IsErased: false } && clock.Now < ev.Ends,
            MayCancel = person.IsActive && clock.Now < ev.Starts,
        });
    }

    private Task<List<ChildLine>> ChildrenAsync(Guid id) => Db.Registrations.Where(r => r.Id == id).SelectMany(r => r.Children)
        .OrderBy(child => child.Position).Select(child => new ChildLine(child.FirstName, child.Age, child.CallRequested)).ToListAsync();

    private Task<List<MailLine>> MailsAsync(Guid id) => Db.Set<OutboxMail>().Where(mail => mail.RegistrationId == id)
        .OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id)
        .Select(mail => new MailLine(mail.Id, mail.Kind, mail.State, mail.SentAt ?? mail.CreatedAt, mail.PossiblyDuplicate,
            mail.State == MailState.Sent ? null : mail.LastAnswer, mail.Delay == null ? mail.Note : "Wartet noch: " + mail.Delay)).ToListAsync();

    /// <summary>The confirmation of a family that was just taken in or whose address was corrected may have to wait for the next day.</summary>
    private async Task<DateTime?> WaitsUntilAsync(Guid id) =>
        await Db.Set<OutboxMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.RegistrationId == id && mail.Kind == MailKind.Confirmation) is { } mail ? await limit.WaitsUntilAsync(mail) : null;

    /// <summary>Without who looked at it, which would fill the history with this very page; that stands in the protocol.</summary>
    /// <param name="seesCalls">That somebody phoned tells of the wish for it, and so of a child.</param>
    private async Task<List<HistoryLine>> HistoryAsync(Guid id, bool seesCalls)
    {
        var acts = await Db.Audit.Where(entry => entry.RegistrationId == id && entry.Act != AuditAct.ChildrenListed && (seesCalls || entry.Act != AuditAct.CallDone))
            .Select(entry => new { entry.Id, Line = new HistoryLine(entry.At, entry.Act, entry.By, null) }).ToListAsync();
        var sent = await Db.Set<OutboxMail>().Where(mail => mail.RegistrationId == id && mail.State == MailState.Sent)
            .Select(mail => new { mail.Id, Line = new HistoryLine(mail.SentAt!.Value, null, null, mail.Kind) }).ToListAsync();
        return [.. acts.Concat(sent).OrderByDescending(entry => entry.Line.At).ThenByDescending(entry => entry.Id).Select(entry => entry.Line)];
    }

    private async Task<List<SameAddressLine>> SameAddressAsync(Guid eventId, Guid id)
    {
        var address = await Db.Registrations.Where(r => r.Id == id).Select(r => r.EmailKey).SingleAsync();
        if (address is null) return [];
        return await Db.Registrations.Where(r => r.EventId == eventId && r.EmailKey == address && r.Id != id).OrderBy(r => r.ArrivedAt)
            .Select(r => new SameAddressLine(r.Id, r.GivenName + " " + r.FamilyName, r.Reference, r.CancelledAt != null)).ToListAsync();
    }
}
