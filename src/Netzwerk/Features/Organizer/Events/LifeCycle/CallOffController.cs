using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Organizer.Events.LifeCycle;

/// <summary>The event does not take place: every guest is told, and calendars too.</summary>
[Route("verwaltung/veranstaltungen/{slug}/absagen")]
[Allow(Role.Organizer)]
public sealed class CallOffController(
    NetzwerkDb db, SignedIn signedIn, EventTurn turn, EventClock clock, EventMails mails, Announcements announcements, AnnouncementWorker worker) : RoomController(db, signedIn)
{
    [HttpGet("")]
    public async Task<IActionResult> New() =>
        Enter(RoomBar.Overview) is { } ev ? await ShowAsync(ev, new CallOffForm()) : NotFound();

    /// <param name="move"><c>preview</c>: only show the mail.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] CallOffForm form, string? move)
    {
        if (Enter(RoomBar.Overview) is not { } found) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(found, form);
        // Nobody gets a mail whose words the organiser has not seen.
        var isSeen = TypedText.Clean(form.Reason) == TypedText.Clean(form.SeenReason) || !await Db.GuestsOf(found).AnyAsync();
        if (move == "preview" || !isSeen) return await ShowAsync(found, form, isSeenNow: true);
        var by = await SignedIn.NameAsync();
        var ev = (await turn.TakeAsync(found.Id, async current =>
        {
            if (!current.MayCancel(clock.Now)) return current;
            current.Cancel(clock.Now, TypedText.OrNull(form.Reason));
            await announcements.StoreAsync(current, Announcement.OfCancellation(await Db.GuestsOf(current).CountAsync()), by);
            Db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.EventCancelled, By = by, EventId = current.Id });
            return current;
        }))!;
        if (ev.CancelledAt is null) return Redirect(Request.Path);
        await worker.BeginAsync(announcements, ev.Id);
        Tell(Done.CalledOff);
        return Redirect(Overview);
    }

    private async Task<IActionResult> ShowAsync(Event ev, CallOffForm form, bool isSeenNow = false) => ev.MayCancel(clock.Now)
        ? View("CallOff", PageOf(ev, await Db.GuestsOf(ev).CountAsync(), form) with { IsSeenNow = isSeenNow })
        : Redirect($"/verwaltung/veranstaltungen/{ev.Slug}");

    private CallOffPage PageOf(Event ev, int guests, CallOffForm form)
    {
        var mail = mails.Cancelled(ev, News.ExampleGuest(ev), ModelState.IsValid ? TypedText.OrNull(form.Reason) : null);
        return new CallOffPage(EventFacts.Of(ev), guests, mail.Subject, News.Readable(mail), form);
    }
}

/// <param name="Guests">How many get the mail.</param>
/// <param name="Text">The mail as an example guest would read it.</param>
public sealed record CallOffPage(EventFacts Event, int Guests, string Subject, string Text, CallOffForm Form)
{
    /// <summary>The mail stands there with a reason that was just typed.</summary>
    public bool IsSeenNow { get; init; }

    /// <summary>The reason that the mail above the button gives; goes along hidden.</summary>
    public string? SeenReason => TypedText.OrNull(Form.Reason);
}

public sealed record CallOffForm
{
    public string? Reason { get; init; }

    /// <summary>The reason in the mail that was shown.</summary>
    public string? SeenReason { get; init; }

    public sealed class Validator : AbstractValidator<CallOffForm>
    {
        public Validator() => RuleFor(form => form.Reason).Cascade(CascadeMode.Stop)
            .Must(text => TypedText.Clean(text).Length <= 300).WithMessage("Der Grund ist zu lang. Höchstens 300 Zeichen haben Platz")
            .Must(text => TypedText.IsVisible(TypedText.Clean(text))).WithMessage((_, text) => $"Der Grund enthält {InvalidCharacter.Describe(text)}. Löschen Sie es, oder tippen Sie den Text neu");
    }
}
