using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>„Adresse berichtigen“: what did not arrive goes to the new address, and the link that may lie with a stranger dies.</summary>
[Route("verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}/adresse")]
public sealed class AddressController(
    NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, PersonalLinks links, RegistrationMails mails, OutboxSignal outbox) : AttendeesRoom(db, signedIn)
{
    private const string Field = "Form." + nameof(AddressForm.Email);

    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id) =>
        Enter() is { } ev && await FindAsync(ev.Id, id) is { } person ? await ShowAsync(ev, person, new AddressForm { Email = person.Email }) : NotFound();

    /// <param name="move"><c>correct-email</c>: yes, the likelier address was meant.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save(Guid id, [Bind(Prefix = "Form")] AddressForm form, string? move)
    {
        if (Enter() is not { } found || await FindAsync(found.Id, id) is not { } person) return NotFound();
        if (move == "correct-email") form = form with { Email = EmailAddress.LikelyCorrection(EmailAddress.Read(form.Email)) ?? form.Email };
        if (!await MayChangeAsync(found, person)) return Redirect(Request.Path);
        if (!ModelState.IsValid) return await ShowAsync(found, person, form);
        if (form.ProbablyMeant is { } meant) return await ShowAsync(found, person, form with { EmailAskedAbout = EmailAddress.Read(form.Email) }, meant);

        var by = await SignedIn.NameAsync();
        var outcome = (await turn.TakeAsync(found.Id, ev => ChangeAsync(ev, id, EmailAddress.Read(form.Email), by)))!;
        if (outcome.NotPossible) return Redirect(Request.Path);
        if (outcome.Error is { } error)
        {
            ModelState.AddModelError(Field, error);
            return await ShowAsync(found, person, form);
        }
        outbox.Ring();
        return BackTo(id, Done.AddressCorrected);
    }

    private async Task<Outcome> ChangeAsync(Event ev, Guid id, string email, string by)
    {
        var registration = await Db.Registrations.SingleAsync(r => r.Id == id);
        if (registration is not { IsActive: true, ErasedAt: null } || clock.Now >= ev.Ends) return new Outcome(null, true);
        if (registration.Email == email) return new Outcome(AddressForm.Validator.Same);
        var familyKey = FamilyIdentity.KeyOf(email, registration.GivenName!, registration.FamilyName!);
        var other = await Db.Registrations.Where(r => r.EventId == ev.Id && r.FamilyKey == familyKey && r.Id != id).Select(r => r.Reference).SingleOrDefaultAsync();
        if (other is not null) return new Outcome(AddressForm.Validator.Taken(other));

        registration.Readdress(email, links);
        if (!await RedirectAsync(registration)) Db.Add(mails.ConfirmationAgain(ev, registration));
        Db.Add(Entry(registration, AuditAct.AddressCorrected, by, clock.Now));
        return new Outcome(null);
    }

    /// <summary>Sends what was not delivered to the new address, so that it never goes to the old one.</summary>
    /// <returns>Is the confirmation among it? Else it was sent, and is written once more.</returns>
    private async Task<bool> RedirectAsync(Registration registration)
    {
        var unsent = await Db.Set<OutboxMail>().Where(mail => mail.RegistrationId == registration.Id && mail.State != MailState.Sent).ToListAsync();
        return unsent.Where(mail => mail.SendTo(registration.Email!, registration.LinkGeneration)).ToList().Exists(mail => mail.Kind is MailKind.Confirmation or MailKind.ConfirmationAgain);
    }

    private async Task<ViewResult> ShowAsync(Event ev, AttendeeFacts person, AddressForm form, string? meant = null) =>
        View("Address", new AddressPage(await DeskAsync(ev), person, form, person is { IsActive: true, IsErased: false } && clock.Now < ev.Ends, await MayChangeAsync(ev, person)) { ProbablyMeant = meant });

    /// <summary>The new link opens a page with names and ages of the children, which only organisers may see.</summary>
    private async Task<bool> MayChangeAsync(Event ev, AttendeeFacts person) => person.Children == 0 || await IsOrganizerAsync(ev);

    /// <param name="NotPossible">Meanwhile; the page says why.</param>
    private sealed record Outcome(string? Error, bool NotPossible = false);
}
