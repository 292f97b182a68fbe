using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>The event does not take place: every guest is told, and calendars too.</summary>
[Route("verwaltung/veranstaltungen/{slug}/absagen")]
[Allow(Role.Organizer)]
public sealed class CallOffController(NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, EventMails mails, OutboxSignal outbox) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> New() =>
        Enter(RoomBar.Overview) is { } ev ? await ShowAsync(ev, new CallOffForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] CallOffForm form)
    {
        if (Enter(RoomBar.Overview) is not { } found) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(found, form);
        var by = await SignedIn.NameAsync();
        var ev = (await turn.TakeAsync(found.Id, async current =>
        {
            if (!current.MayCancel(clock.Now)) return current;
            current.Cancel(clock.Now, TypedText.OrNull(form.Reason));
            await Db.Set<OutboxMail>().Where(mail => mail.EventId == current.Id).WithdrawAsync();
            foreach (var guest in await Db.GuestsOf(current).ToListAsync()) Db.Add(mails.Cancelled(current, guest, current.CancelledBecause));
            Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.EventCancelled, By = by, EventId = current.Id });
            return current;
        }))!;
        if (ev.CancelledAt is null) return Redirect(Request.Path);
        outbox.Ring();
        Tell(Done.CalledOff);
        return Redirect(Overview);
    }

    private async Task<IActionResult> ShowAsync(Event ev, CallOffForm form) => ev.MayCancel(clock.Now)
        ? View("CallOff", new CallOffPage(EventFacts.Of(ev), await Db.GuestsOf(ev).CountAsync(), form))
        : Redirect($"/verwaltung/veranstaltungen/{ev.Slug}");
}

/// <param name="Guests">How many get the mail.</param>
public sealed record CallOffPage(EventFacts Event, int Guests, CallOffForm Form);

public sealed record CallOffForm
{
    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<CallOffForm>
    {
        public Validator() => RuleFor(form => form.Reason).Cascade(CascadeMode.Stop)
            .Must(text => TypedText.Clean(text).Length <= 300).WithMessage("Der Grund ist zu lang. Höchstens 300 Zeichen haben Platz")
            .Must(text => TypedText.IsVisible(TypedText.Clean(text))).WithMessage((_, text) => $"Der Grund enthält {InvalidCharacter.Describe(text)}. Löschen Sie es, oder tippen Sie den Text neu");
    }
}
