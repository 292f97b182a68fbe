using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>The page as visitors would see it: as it is stored, or as it is being typed. Nothing is saved.</summary>
[Route("verwaltung/veranstaltungen")]
public sealed class PreviewController(NetzwerkDb db, SignedIn signedIn, EventClock clock, SiteOptions site, GoLive goLive, IValidator<EventForm> rules) : RoomController(db, signedIn)
{
    [HttpGet("{slug}/vorschau")]
    [Allow(Role.Organizer)]
    public IActionResult Stored() => Enter(RoomBar.Edit) is { } ev ? Preview(ev, null, ev.Slug) : NotFound();

    [HttpPost("{slug}/vorschau")]
    [Allow(Role.Organizer)]
    [RequestSizeLimit(EditController.LargestForm)]
    public IActionResult Typed([Bind(Prefix = "Form")][CustomizeValidator(Skip = true)] EventForm form)
    {
        if (Enter(RoomBar.Edit) is not { } ev) return NotFound();
        form = form with { Slug = null };
        form.WriteTo(ev);
        return Preview(ev, form, ev.Slug);
    }

    [HttpPost("neu/vorschau")]
    [Allow(Role.Organizer, Everywhere = true)]
    [RequestSizeLimit(EditController.LargestForm)]
    public IActionResult Fresh([Bind(Prefix = "Form")][CustomizeValidator(Skip = true)] EventForm form) => Preview((form with { Slug = null }).ToDraft(Guid.Empty, clock.Today), form, null);

    private ViewResult Preview(Event ev, EventForm? typed, string? slug)
    {
        // As on the day after publishing; the object is not tracked, so nothing of this is stored.
        ev.IsDraft = false;
        var gaps = typed is null ? [] : rules.Validate(typed).Errors.Select(error => error.ErrorMessage).Distinct(StringComparer.Ordinal).ToList();
        return View("Preview", new PreviewPage(PublicEvent.Of(ev, clock, site, goLive) with { IsPreview = true }, typed is null, slug, gaps));
    }
}
