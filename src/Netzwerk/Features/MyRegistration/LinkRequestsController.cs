using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.MyRegistration;

/// <summary>Sends the personal link once more to whoever owns the address. The answer is the same for everyone, also in its time.</summary>
[AllowAnonymous]
[PersonalPage]
[Route("anmeldung/link")]
public sealed class LinkRequestsController(LinkRequests requests) : Controller
{
    [HttpGet("")]
    public ViewResult New() => View("LinkRequest", new LinkRequestPage(new LinkRequestForm(), null));

    [HttpPost("")]
    [KeepsInput]
    public async Task<IActionResult> Create(LinkRequestForm form)
    {
        var trouble = Arrival.Of(HttpContext).Trouble;
        if (trouble is not null || !ModelState.IsValid) return Again(form, trouble);
        try
        {
            await requests.AskAsync(EmailAddress.Read(form.Email));
            return RedirectToAction(nameof(Sent));
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            return Again(form, RequestTrouble.StorageDown);
        }
    }

    [HttpGet("unterwegs")]
    public ViewResult Sent() => View("LinkSent");

    private ViewResult Again(LinkRequestForm form, RequestTrouble? trouble)
    {
        if (trouble is { } status) Response.StatusCode = (int)status;
        return View("LinkRequest", new LinkRequestPage(form, trouble));
    }
}
