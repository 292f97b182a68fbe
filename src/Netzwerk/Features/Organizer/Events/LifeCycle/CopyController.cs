using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.Editing;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>The same event on another day, as a draft.</summary>
[Route("verwaltung/veranstaltungen/{slug}/kopieren")]
[Allow(Role.Organizer, Everywhere = true)]
public sealed class CopyController(NetzwerkDb db, SignedIn signedIn, NewEvents drafts) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public IActionResult New() => Enter(RoomBar.Overview) is { } ev ? Show(ev, new CopyForm { Key = Guid.CreateVersion7() }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] CopyForm form)
    {
        if (Enter(RoomBar.Overview) is not { } ev) return NotFound();
        if (!ModelState.IsValid) return Show(ev, form);
        var copy = ev.CopyTo(EventForm.Day(form.Date)!.Value, FormKey.OrNew(form.Key));
        if (BerlinTime.IsSkipped(copy.Date, copy.StartsAt) || BerlinTime.IsSkipped(copy.LastDay, copy.EndsAt))
        {
            ModelState.AddModelError("Form.Date", CopyForm.Validator.Skipped);
            return Show(ev, form);
        }
        var address = await drafts.AddAsync(copy, AuditAct.EventCopied, await SignedIn.NameAsync());
        Tell(Done.Copied);
        return Redirect($"/verwaltung/veranstaltungen/{address}");
    }

    private ViewResult Show(Event ev, CopyForm form) => View("Copy", new CopyPage(EventFacts.Of(ev), form));
}

public sealed record CopyPage(EventFacts Event, CopyForm Form);

public sealed record CopyForm
{
    /// <summary>A second click makes no second copy.</summary>
    public Guid Key { get; init; }

    public string? Date { get; init; }

    public sealed class Validator : AbstractValidator<CopyForm>
    {
        /// <summary>Only the event knows its hours.</summary>
        public const string Skipped = "In dieser Nacht beginnt die Sommerzeit, und Beginn oder Ende fallen in die Stunde, die es nicht gibt. Wählen Sie einen anderen Tag";

        public Validator() => RuleFor(form => form.Date).Must(text => EventForm.Day(text) is not null).WithMessage("Geben Sie den neuen Tag als Datum ein, zum Beispiel 11.11.2023");
    }
}
