using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Privacy;

namespace Netzwerk.Features.MyRegistration;

/// <summary>A family wants its data gone (Art. 17 GDPR): asked once, with what becomes of its seats.</summary>
[AllowAnonymous]
[PersonalPage]
[Route("anmeldung/{token}/loeschen")]
public sealed class ErasuresController(NetzwerkDb db, Erasure erasure, EventClock clock, ILogger<ErasuresController> log) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string token) => await OwnRegistration.FindAsync(db, token) is var (registration, ev)
        ? View("Erase", MyRegistrationPage.Of(registration, ev, clock.Now, token))
        : this.DeadLink();

    /// <param name="cancels">Which button: the family does not come either.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create(string token, bool cancels)
    {
        if (await OwnRegistration.FindAsync(db, token) is not var (registration, ev)) return this.DeadLink();
        try
        {
            await erasure.OfFamilyAsync(ev.Id, registration.Id, AuditAct.ErasedByFamily, cancels: cancels);
        }
        catch (Exception storage) when (StorageTrouble.Is(storage) || storage is IOException)
        {
            log.LogError("An erasure could not be stored ({Exception}); the visitor was told so.", storage.GetType().Name);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return View("Erase", MyRegistrationPage.Of(registration, ev, clock.Now, token) with { StorageDown = true });
        }
        return Redirect("/anmeldung/geloescht");
    }

    /// <summary>Says nothing of whom, and may be reloaded.</summary>
    [HttpGet("/anmeldung/geloescht")]
    public ViewResult Done() => View("Erased");
}
