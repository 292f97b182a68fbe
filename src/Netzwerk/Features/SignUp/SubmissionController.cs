using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.SignUp;

/// <summary>Step 3: the one POST that stores something, and the page that says so.</summary>
public sealed class SubmissionController(
    NetzwerkDb db, SignUps signUps, EventClock clock, RegistrationMails mails, OutboxSignal outbox, Seal seal, SignUpQuotas quotas, ConfirmationOrigins origins, TimeProvider system,
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
            var request = now.ToRequest(arrival.At) with { Network = quotas.Of(HttpContext, ev.Id) };
            var outcome = await signUps.DecideAsync(ev.Id, request, (current, decided) => MailFor(current, decided, request));
            Measures.SignedUp(outcome is AdmissionOutcome.Refused { Reason: var reason } ? reason.ToString() : $"{outcome?.GetType().Name}");
            return outcome switch
            {
                AdmissionOutcome.Admitted admitted => Done(now, admitted.Registration.Reference),
                AdmissionOutcome.Repeated repeated => Done(now, repeated.Reference),
                AdmissionOutcome.AlreadyIn alreadyIn => Done(now, alreadyIn.Reference),
                AdmissionOutcome.KeyUsed used => View("AlreadySent", new AlreadySentPage(EventFacts.Of(ev), used.IsCancelled, used.IsErased, ev.WhyNot(arrival.At, Party.Smallest) is null)),
                AdmissionOutcome.QuestionsChanged => await ShowAskedAsync(slug, now),
                AdmissionOutcome.NetworkFull full => ShowNetworkFull(ev, now, full.Until),
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
    public async Task<IActionResult> Done(string slug, string receipt)
    {
        // Who is registered shall read it, also while the database is away.
        if (await LoadAsync(slug, lastSeenWillDo: true) is not { } ev || Seal.OpenReceipt(receipt, slug) is not { } typed) return NotFound();
        var found = await LookUpAsync(ev, typed.Reference);
        if (found.IsEventCancelled && ev.CancelledAt is null) ev = await LoadAsync(slug, lastSeenWillDo: true, isAsOfNow: true) ?? ev;
        var isAhead = ev.CancelledAt is null && Clock.Now < ev.Ends;
        return found.Status == ReceiptStatus.Registered && isAhead
            ? View("Done", new DonePage(EventFacts.Of(ev), typed.Reference, typed.Email, typed.Party, typed.WantsCall, Clock.Now < ev.Starts))
            : View("Status", new StatusPage(EventFacts.Of(ev), typed.Reference, found.Status, isAhead, ev.WhyNot(Clock.Now, Party.Smallest) is null));
    }

    private async Task<ReceiptLookup> LookUpAsync(Event ev, string reference)
    {
        if (IsStorageDown) return new ReceiptLookup(ReceiptStatus.Unknown, false);
        try
        {
            return await ReceiptLookup.FindAsync(Db, ev.Id, reference);
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            log.LogError(storage, "A last page could not be looked up; the visitor was told so.");
            return new ReceiptLookup(ReceiptStatus.Unknown, false);
        }
    }

    private OutboxMail? MailFor(Event ev, AdmissionOutcome outcome, SignUpRequest request) => outcome switch
    {
        AdmissionOutcome.Admitted admitted => origins.Mark(mails.Confirmation(ev, admitted.Registration), admitted.Registration.Id, request.Network),
        // Whoever goes on sending the form shall not fill the family's mailbox.
        AdmissionOutcome.Repeated { Today: <= RegistrationMails.AgainPerDay } repeated => mails.SignedUpAgain(ev, repeated.Registration, repeated.Reference),
        _ => null,
    };

    private ViewResult ShowNetworkFull(Event ev, Journey journey, DateTime until)
    {
        SecurityLog.Of(HttpContext).RequestRefused(HttpContext, "sign-ups of this network");
        ViewData["FullUntil"] = until == DateTime.MaxValue ? system.GetUtcNow().UtcDateTime + NetworkCounts.SignUpWindow : until;
        return ShowCheck(ev, journey, trouble: RequestTrouble.TooMany);
    }

    /// <summary>An organiser changed the questions between the check and the decision.</summary>
    private async Task<IActionResult> ShowAskedAsync(string slug, Journey journey) =>
        await LoadAsync(slug) is { } ev ? ShowCheck(ev, journey with { Who = journey.Who.Asked(ev.Questions) }) : NotFound();

    private RedirectToActionResult Done(Journey journey, string reference)
    {
        outbox.Ring();
        var receipt = Seal.Close(new Receipt(
            journey.Slug, reference, EmailAddress.Read(journey.Who.Email), journey.Party, journey.ChildrenInCare.Any(child => child.CallRequested)));
        return RedirectToAction(nameof(Done), new { slug = journey.Slug, receipt });
    }

    private ViewResult? Elsewhere(Event ev, Journey journey, string? move) => move switch
    {
        "back" => journey.Who.WantsChildcare ? ShowChildren(ev, journey) : ShowWho(ev, journey.Who, journey),
        "change-who" => ShowWho(ev, journey.Who, journey),
        "change-children" => ShowChildren(ev, journey),
        "correct-email" => ShowCheck(ev, journey with { Who = journey.Who with { Email = EmailAddress.LikelyCorrection(EmailAddress.Read(journey.Who.Email)) ?? journey.Who.Email } }),
        "without-childcare" => ShowCheck(ev, journey with { Who = journey.Who with { Childcare = WhoForm.No } }),
        _ => null,
    };
}
