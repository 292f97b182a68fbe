using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events.Editing;

/// <summary>A new event, as a draft that only organisers see.</summary>
[Route("verwaltung/veranstaltungen/neu")]
[Allow(Role.Organizer, Everywhere = true)]
public sealed class NewController(NetzwerkDb db, SignedIn signedIn, NewEvents drafts, EventClock clock, IValidator<EventForm> rules) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> New()
    {
        var last = await Db.Events.AsNoTracking().OrderByDescending(ev => ev.Id).FirstOrDefaultAsync();
        var me = await Db.Users.Where(account => account.Id == SignedIn.AccountId).Select(account => new { account.DisplayName, account.Email }).SingleAsync();
        return View("Edit", EditPage.New(EventForm.Fresh(last, me.DisplayName, me.Email!), Guid.CreateVersion7()));
    }

    /// <param name="move">A button of the programme's rows; without one the draft is made.</param>
    [HttpPost("")]
    [RequestSizeLimit(EditController.LargestForm)]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")][CustomizeValidator(Skip = true)] EventForm form, Guid key, string? move)
    {
        form = form with { Slug = null };
        key = FormKey.OrNew(key);
        if (ProgrammeRows.After(move, form.Programme) is var (rows, focus)) return View("Edit", EditPage.New(form with { Programme = rows }, key) with { FocusRow = focus ?? -1 });
        rules.Validate(form).AddToModelState(ModelState, "Form");
        if (!ModelState.IsValid) return View("Edit", EditPage.New(form, key));
        var slug = await drafts.AddAsync(form.ToDraft(key, clock.Today), AuditAct.EventMade, await SignedIn.NameAsync());
        Tell(Done.Made);
        return Redirect($"/verwaltung/veranstaltungen/{slug}");
    }
}
