using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.SignUp;

/// <summary>Step 3: the one POST that stores something, and the page that says so.</summary>
public sealed class SubmissionController(
    NetzwerkDb db, SignUps signUps, EventClock clock, RegistrationMails mails, OutboxSignal outbox, Seal seal,
    IValidator<WhoForm> whoRules, IValidator<ChildrenForm> childrenRules, ILogger<SubmissionController> log)
    : StepController(db, clock, seal, whoRules, childrenRules)
{
    /// <param name="move">Which button: <c>send</c>, <c>back</c>, <c>change-who</c>, <c>change-children</c>, <c>correct-email</c> or <c>without-childcare</c>.</param>
    [HttpPost("pruefen")]
    [KeepsInput]
    public async Task<IActionResult> Submit(string slug, string? journey, string? move)
    {
        if (await LoadAsync(slug) is not { } ev) return NotFound();
        var arrival = Arrival.Of(HttpContext);
        if (Open(journey, ev) is not { } now) return ShowWho(ev, new WhoForm(), null, trouble: RequestTrouble.Broken);

        if (TroubleOf(arrival) is { } trouble) return ShowCheck(ev, now, trouble: trouble);
        if (Elsewhere(ev, now, move) is { } page) return page;
        if (FirstStepWithErrors(now) is { } step) return ShowStep(step, ev, now);
        try
        {
            var request = now.ToRequest(arrival.At);
            var outcome = await signUps.DecideAsync(ev.Id, request, MailFor);
            Measures.SignedUp(outcome is AdmissionOutcome.Refused { Reason: var reason } ? reason.ToString() : $"{outcome?.GetType().Name}");
            return outcome switch
            {
                AdmissionOutcome.Admitted admitted => Done(now, admitted.Registration.Reference),
                AdmissionOutcome.Repeated repeated => Done(now, repeated.Reference),
                AdmissionOutcome.AlreadyIn alreadyIn => Done(now, alreadyIn.Reference),
                AdmissionOutcome.KeyUsed used => View("AlreadySent", new AlreadySentPage(EventFacts.Of(ev), used.IsCancelled, ev.WhyNot(arrival.At, Party.Smallest) is null)),
                AdmissionOutcome.QuestionsChanged => await ShowAskedAsync(slug, now),
                AdmissionOutcome.Refused refused => ShowCheck((await LoadAsync(slug))!, now, refused.Reason),
                _ => NotFound(),
            };
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            log.LogError(storage, "A sign-up could not be stored; the visitor was told so and keeps what was typed.");
            return ShowCheck(ev, now, trouble: RequestTrouble.StorageDown);
        }
    }

    [HttpGet("fertig/{receipt}")]
    [AllowNotLive]
    public async Task<IActionResult> Done(string slug, string receipt)
    {
        // Who is registered shall read it, also while the database is away.
        if (await LoadAsync(slug, lastSeenWillDo: true) is not { } ev || Seal.OpenReceipt(receipt, slug) is not { } typed) return NotFound();
        return View("Done", new DonePage(EventFacts.Of(ev), typed.Reference, typed.Email, typed.Party, typed.WantsCall));
    }

    private OutboxMail? MailFor(Event ev, AdmissionOutcome outcome) => outcome switch
    {
        AdmissionOutcome.Admitted admitted => mails.Confirmation(ev, admitted.Registration),
        AdmissionOutcome.Repeated repeated => mails.SignedUpAgain(ev, repeated.Registration, repeated.Reference),
        _ => null,
    };

    /// <summary>An organiser changed the questions between the check and the decision.</summary>
    private async Task<IActionResult> ShowAskedAsync(string slug, Journey journey) => await LoadAsync(slug) is { } ev
        ? ShowCheck(ev, journey with { Who = journey.Who.Asked(ev.Questions) })
        : NotFound();

    private RedirectToActionResult Done(Journey journey, string reference)
    {
        outbox.Ring();
        var wantsCall = journey.ChildrenInCare.Any(child => child.CallRequested);
        var receipt = Seal.Close(new Receipt(journey.Slug, reference, TypedText.Clean(journey.Who.Email), journey.Party, wantsCall));
        return RedirectToAction(nameof(Done), new { slug = journey.Slug, receipt });
    }

    private ViewResult? Elsewhere(Event ev, Journey journey, string? move) => move switch
    {
        "back" => journey.Who.WantsChildcare ? ShowChildren(ev, journey) : ShowWho(ev, journey.Who, journey),
        "change-who" => ShowWho(ev, journey.Who, journey),
        "change-children" => ShowChildren(ev, journey),
        "correct-email" => ShowCheck(ev, journey with { Who = journey.Who with { Email = EmailAddress.LikelyCorrection(TypedText.Clean(journey.Who.Email)) ?? journey.Who.Email } }),
        "without-childcare" => ShowCheck(ev, journey with { Who = journey.Who with { Childcare = WhoForm.No } }),
        _ => null,
    };
}
