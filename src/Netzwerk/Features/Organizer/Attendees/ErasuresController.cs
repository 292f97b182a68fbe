using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>A family wants its data gone. The counts stay, and with them the seats.</summary>
[Allow(Role.Organizer)]
public sealed class ErasuresController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, DataDirectory directory) : AttendeesRoom(db, signedIn)
{
    [HttpGet("{id:guid}/loeschen")]
    public async Task<IActionResult> New(string slug, Guid id)
    {
        if (await EnterAsync(slug) is not { } ev || await FindAsync(ev.Id, id) is not { } person) return NotFound();
        return View("Erase", new QuestionPage(await DeskAsync(ev), person, person.IsActive && clock.Now < ev.Starts));
    }

    [HttpPost("{id:guid}/loeschen")]
    public async Task<IActionResult> Create(string slug, Guid id)
    {
        if (await EnterAsync(slug) is not { } found || await FindAsync(found.Id, id) is null) return NotFound();
        var by = await SignedIn.NameAsync();
        IReadOnlyList<string> messages = [];
        await turn.TakeAsync(found.Id, async ev =>
        {
            var registration = await Db.Registrations.SingleAsync(r => r.Id == id);
            if (registration.ErasedAt is not null) return registration;
            registration.Erase(clock.Now);
            messages = await ForgetTracesAsync(id);
            Db.Add(Entry(registration, AuditAct.Erased, by, clock.Now));
            return registration;
        });
        await WriteAheadLog.EmptyAsync(Db);
        FolderTransport.Forget(directory.Mails, messages);
        return BackTo(slug, id, Done.Erased);
    }

    /// <summary>
    /// Mails greet by name. A fingerprint is a hash over what the family wrote and could be guessed at, so it goes; its row stays, so that
    /// an old tab does not bring the person back.
    /// </summary>
    /// <returns>Message-IDs of the mails, which may lie in files too.</returns>
    private async Task<IReadOnlyList<string>> ForgetTracesAsync(Guid id)
    {
        var mails = Db.Set<OutboxMail>().Where(mail => mail.RegistrationId == id);
        var messages = await mails.Select(mail => mail.MessageId).ToListAsync();
        await mails.ExecuteDeleteAsync();
        await Db.RepeatedSignUps.Where(again => again.RegistrationId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(again => again.Fingerprint, Array.Empty<byte>()));
        return messages;
    }
}
