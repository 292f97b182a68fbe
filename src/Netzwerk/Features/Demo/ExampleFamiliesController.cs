using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Demo;

/// <summary>Signs the example families up, by the same rules as real ones, so that the organiser's area has something to show.</summary>
[AllowAnonymous]
[DemoOnly]
public sealed class ExampleFamiliesController(NetzwerkDb db, EventTurn turn, Admission admission, RegistrationMails mails, OutboxSignal outbox, EventClock clock) : Controller
{
    [HttpPost("/demo/beispielfamilien")]
    public async Task<IActionResult> Create()
    {
        var eventId = await db.Events.Where(Event.IsPublic).OrderBy(ev => ev.Date).Select(ev => ev.Id).FirstAsync();
        var arrivedAt = clock.Now;
        var admitted = 0;
        foreach (var family in ExampleFamilies.All)
        {
            var outcome = await turn.TakeAsync(eventId, ev => AdmitAsync(ev, family.Ask(arrivedAt, ev.Questions)));
            if (outcome is AdmissionOutcome.Admitted) admitted++;
        }
        outbox.Ring();
        return Redirect($"/demo?familien={admitted}");
    }

    private async Task<AdmissionOutcome> AdmitAsync(Event ev, SignUpRequest request)
    {
        // Pressed twice, the second time changes nothing: no family is there two times, and none gets a second mail.
        var key = FamilyIdentity.KeyOf(request.Email, request.GivenName, request.FamilyName);
        if (await db.Registrations.AnyAsync(known => known.EventId == ev.Id && known.FamilyKey == key)) return new AdmissionOutcome.KeyUsed(false);
        var outcome = await admission.DecideAsync(ev, request);
        if (outcome is AdmissionOutcome.Admitted admitted) db.Add(mails.Confirmation(ev, admitted.Registration));
        return outcome;
    }
}
