using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.MyRegistration;

/// <summary>Sends the personal link once more to whoever owns the address. The answer is the same for everyone.</summary>
[AllowAnonymous]
[PersonalPage]
[Route("anmeldung/link")]
public sealed class LinkRequestsController(NetzwerkDb db, EventTurn turn, EventClock clock, RegistrationMails mails, OutboxSignal outbox) : Controller
{
    /// <summary>So that nobody fills somebody else's mailbox.</summary>
    private const int LinksPerRegistrationAndDay = 3;

    [HttpGet("")]
    public ViewResult New() => View("LinkRequest", new LinkRequestPage(new LinkRequestForm(), null));

    [HttpPost("")]
    [KeepsInput]
    public async Task<IActionResult> Create(LinkRequestForm form)
    {
        var trouble = Arrival.Of(HttpContext).Trouble;
        if (trouble is { } status) Response.StatusCode = (int)status;
        if (trouble is not null || !ModelState.IsValid) return View("LinkRequest", new LinkRequestPage(form, trouble));

        var email = FamilyIdentity.EmailKeyOf(form.Email!);
        var found = await db.Registrations.AsNoTracking().Where(r => r.EmailKey == email && r.CancelledAt == null).Select(r => new { r.Id, r.EventId }).ToListAsync();
        foreach (var one in found)
        {
            await turn.TakeAsync(one.EventId, async ev =>
            {
                var registration = await db.Registrations.SingleAsync(r => r.Id == one.Id);
                if (clock.Now < ev.Ends && await IsWithinLimitAsync(one.Id)) db.Add(mails.Link(ev, registration));
                return registration;
            });
        }
        outbox.Ring();
        return RedirectToAction(nameof(Sent));
    }

    [HttpGet("unterwegs")]
    public ViewResult Sent() => View("LinkSent");

    private async Task<bool> IsWithinLimitAsync(Guid registrationId)
    {
        var since = clock.Now.AddDays(-1);
        return await db.Set<OutboxMail>().CountAsync(mail => mail.RegistrationId == registrationId && mail.Kind == MailKind.Link && mail.CreatedAt > since) < LinksPerRegistrationAndDay;
    }
}
