using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>„Von Hand aufnehmen“: the same rules as for families; past the deadline only with a conscious tick, which is audited.</summary>
[OnlyLive(Knowingly = true)]
[Route("verwaltung/veranstaltungen/{slug}/anmeldungen/neu")]
public sealed class ByHandController(
    NetzwerkDb db, SignedIn signedIn, EventTurn turn, Admission admission, RegistrationMails mails, OutboxSignal outbox, EventClock clock,
    IValidator<ByHandForm> rules, ILogger<ByHandController> log) : AttendeesRoom(db, signedIn)
{
    private const string Prefix = "Form";

    [HttpGet("")]
    public async Task<IActionResult> New()
    {
        if (Enter() is not { } ev) return NotFound();
        var page = await PageAsync(ev, new ByHandForm { Key = Guid.CreateVersion7(), Children = ChildRows.OneEmpty });
        return Show(page with { Refusal = ev.WhyNot(clock.Now, Party.Smallest, knowingly: true) });
    }

    /// <param name="move">Which button: none, <c>add</c>, <c>remove-2</c> or <c>correct-email</c>.</param>
    [HttpPost("")]
    [KeepsInput]
    public async Task<IActionResult> Create([Bind(Prefix = Prefix)] ByHandForm form, string? move)
    {
        if (Enter() is not { } ev) return NotFound();
        ModelState.Clear();
        form = form.Asked(ev.Questions);
        if (!ev.OffersChildcare) form = form with { Childcare = ByHandForm.No, Children = [] };
        form = form with { Key = FormKey.OrNew(form.Key) };
        var arrival = Arrival.Of(HttpContext);

        if (arrival.Trouble is { } trouble) return Show(await PageAsync(ev, form) with { Trouble = trouble });
        if (ChildRows.After(move, form.Children) is var (rows, focus)) return Show(await PageAsync(ev, form with { Children = rows }) with { FocusRow = focus });
        if (move == "correct-email") form = form with { Email = EmailAddress.LikelyCorrection(EmailAddress.Read(form.Email)) ?? form.Email };
        return await TakeInAsync(ev, form.WithoutEmptyRows(), arrival.At);
    }

    private async Task<IActionResult> TakeInAsync(Event ev, ByHandForm form, DateTime arrivedAt)
    {
        (await rules.ValidateAsync(form)).AddToModelState(ModelState, Prefix);
        if (!ModelState.IsValid) return Show(await PageAsync(ev, form));
        if (form.ProbablyMeant is { } meant) return Show(await PageAsync(ev, form with { EmailAskedAbout = EmailAddress.Read(form.Email) }) with { ProbablyMeant = meant });
        try
        {
            var request = form.ToRequest(arrivedAt, await SignedIn.NameAsync());
            var outcome = await turn.TakeAsync(ev.Id, current => DecideAsync(current, request));
            if (outcome is AdmissionOutcome.Admitted) outbox.Ring();
            return outcome switch
            {
                AdmissionOutcome.Admitted => BackTo(form.Key, Done.TakenIn),
                AdmissionOutcome.AlreadyIn => BackTo(form.Key, Done.AlreadyTakenIn),
                AdmissionOutcome.KeyUsed used => Show(await PageAsync(ev, form) with { AlreadyThere = new(form.Key, null, true, used.IsCancelled) }),
                AdmissionOutcome.Repeated there => Show(await PageAsync(ev, form) with { AlreadyThere = new(there.Registration.Id, there.Registration.FullName, false, false) }),
                AdmissionOutcome.QuestionsChanged => await AskAgainAsync(ev, form, arrivedAt),
                AdmissionOutcome.Refused refused => Show(await PageAsync((await ReloadAsync(ev))!, form) with { Refusal = refused.Reason }),
                _ => NotFound(),
            };
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            log.LogError(storage, "A registration could not be stored; the form stays filled.");
            return Show(await PageAsync(ev, form) with { Trouble = RequestTrouble.StorageDown });
        }
    }

    private async Task<AdmissionOutcome> DecideAsync(Event ev, SignUpRequest request)
    {
        // A family that sends its form twice gets a second reference; staff are told instead, and nothing is stored.
        var family = FamilyIdentity.KeyOf(request.Email, request.GivenName, request.FamilyName);
        if (await Db.Registrations.SingleOrDefaultAsync(r => r.EventId == ev.Id && r.FamilyKey == family && r.Id != request.Key) is { } there)
            return new AdmissionOutcome.Repeated(there, there.Reference);

        var outcome = await admission.DecideAsync(ev, request);
        if (outcome is not AdmissionOutcome.Admitted admitted) return outcome;
        Db.Add(mails.Confirmation(ev, admitted.Registration));
        return outcome;
    }

    /// <summary>Another organiser changed the questions between the check and the decision.</summary>
    private async Task<IActionResult> AskAgainAsync(Event seen, ByHandForm form, DateTime arrivedAt) =>
        await ReloadAsync(seen) is { } ev ? await TakeInAsync(ev, form.Asked(ev.Questions), arrivedAt) : NotFound();

    private async Task<ByHandPage> PageAsync(Event ev, ByHandForm form) =>
        ByHandPage.For(await DeskAsync(ev), ev, (form.Children.Count == 0 ? form with { Children = ChildRows.OneEmpty } : form).Asked(ev.Questions), clock.Now);

    private ViewResult Show(ByHandPage page)
    {
        if (page.IsForTheTick)
            ModelState.AddModelError($"{Prefix}.{nameof(ByHandForm.Knowingly)}", ByHandForm.Validator.TickMissing);
        if (page.Trouble is { } trouble) Response.StatusCode = (int)trouble;
        return View(page.IsPointless ? "NobodyIn" : "ByHand", page);
    }
}
