using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.SignUp;

/// <summary>How each step is shown; which one comes next is said by the controllers that inherit from it.</summary>
[AllowAnonymous]
[OnlyLive]
[Route("veranstaltungen/{slug}/anmeldung")]
public abstract class StepController(NetzwerkDb db, EventClock clock, Seal seal, IValidator<WhoForm> whoRules, IValidator<ChildrenForm> childrenRules) : Controller
{
    private static readonly Func<NetzwerkDb, string, Task<Event?>> FindEvent = EF.CompileAsyncQuery(
        (NetzwerkDb db, string slug) => db.Events.AsNoTracking().SingleOrDefault(ev => ev.Slug == slug && !ev.IsDraft));

    private bool _isStorageDown;

    protected NetzwerkDb Db { get; } = db;

    protected EventClock Clock { get; } = clock;

    protected Seal Seal { get; } = seal;

    /// <summary>For a form that was sent while the database does not answer, the event as it was last seen, so that the form can be shown again.</summary>
    protected Task<Event?> LoadAsync(string slug) => LoadAsync(slug, lastSeenWillDo: HttpMethods.IsPost(Request.Method));

    protected async Task<Event?> LoadAsync(string slug, bool lastSeenWillDo, bool isAsOfNow = false)
    {
        var seen = HttpContext.RequestServices.GetRequiredService<SeenEvents>();
        try
        {
            return await (isAsOfNow ? seen.ReadAsync(slug, () => FindEvent(Db, slug)) : seen.FindAsync(slug, () => FindEvent(Db, slug)));
        }
        catch (Exception storage) when (lastSeenWillDo && StorageTrouble.Is(storage) && seen.FindLast(slug) is not null)
        {
            HttpContext.RequestServices.GetRequiredService<ILogger<StepController>>().LogError(storage, "The event of a form could not be read; the visitor gets it as it was last seen and keeps what was typed.");
            _isStorageDown = true;
            return seen.FindLast(slug);
        }
    }

    /// <summary>What was seen within the second is good enough for a yes. Nobody is sent away by it: perhaps somebody has just opened in another process.</summary>
    /// <returns>The event as it is now, where that was asked, and why not.</returns>
    protected async Task<(Event Event, Refusal? Refusal)> WhyNotAsync(Event seen, DateTime at, Party party)
    {
        if (seen.WhyNot(at, party) is null) return (seen, null);
        var now = await LoadAsync(seen.Slug, lastSeenWillDo: true, isAsOfNow: true) ?? seen;
        return (now, now.WhyNot(at, party));
    }

    protected bool IsStorageDown => _isStorageDown;

    protected RequestTrouble? TroubleOf(Arrival arrival) => arrival.Trouble ?? (_isStorageDown ? RequestTrouble.StorageDown : null);

    /// <summary>The journey so far, with what the event asks now.</summary>
    protected Journey? Open(string? field, Event ev) =>
        Seal.OpenJourney(field, ev.Slug) is { } journey ? journey with { Who = journey.Who.Asked(ev.Questions) } : null;

    protected ViewResult ShowWho(Event ev, WhoForm form, Journey? journey, Refusal? refusal = null, RequestTrouble? trouble = null, bool questionsChanged = false) =>
        Show("Who", new WhoPage(EventFacts.Of(ev), form.Asked(ev.Questions), journey is null ? null : Seal.Close(journey), form.Childcare == WhoForm.No, refusal, trouble)
        {
            NoChildcare = ev.WhyNoChildcare(Clock.Now),
            QuestionsChanged = questionsChanged,
        });

    protected ViewResult ShowChildren(Event ev, Journey journey, int? focusRow = null, Refusal? refusal = null, RequestTrouble? trouble = null) =>
        Show("Children", new ChildrenPage(EventFacts.Of(ev), journey.Children, Seal.Close(journey), focusRow, refusal, trouble));

    /// <summary>The check page; or the first step that is not right (any more), with its errors.</summary>
    protected ViewResult ShowCheck(Event ev, Journey journey, Refusal? refusal = null, RequestTrouble? trouble = null) =>
        FirstStepWithErrors(journey) is { } step ? ShowStep(step, ev, journey) : ShowRight(ev, journey, refusal, trouble);

    /// <summary>The step that <see cref="FirstStepWithErrors"/> found. An answer that was right when it was sealed is wrong only if the question changed.</summary>
    protected ViewResult ShowStep(Step step, Event ev, Journey journey) => step == Step.Who
        ? ShowWho(ev, journey.Who, journey, questionsChanged: ModelState.Keys.Any(field => field.StartsWith("Form.Answers[", StringComparison.Ordinal)))
        : ShowChildren(ev, journey);

    /// <summary>The check page of a journey that is known to be right.</summary>
    protected ViewResult ShowRight(Event ev, Journey journey, Refusal? refusal = null, RequestTrouble? trouble = null)
    {
        var probablyMeant = EmailAddress.LikelyCorrection(EmailAddress.Read(journey.Who.Email));
        return Show("Check", new CheckPage(EventFacts.Of(ev), journey.Who, journey.ChildrenInCare, probablyMeant, Seal.Close(journey), refusal, trouble));
    }

    protected Step? FirstStepWithErrors(Journey journey)
    {
        ModelState.Clear();
        whoRules.Validate(journey.Who).AddToModelState(ModelState, "Form");
        if (!ModelState.IsValid) return Step.Who;
        if (journey.Who.WantsChildcare) childrenRules.Validate(journey.Children).AddToModelState(ModelState, "Form");
        return ModelState.IsValid ? null : Step.Children;
    }

    protected ViewResult ShowClosed(Event ev, Refusal refusal) => View("Closed", new WhyNotPage(refusal, EventFacts.Of(ev), Clock.Now >= ev.Starts));

    private ViewResult Show(string view, StepPage page)
    {
        if (page.Trouble is { } trouble) Response.StatusCode = (int)trouble;
        // Not no-store: browsers then answer the back button to a POST's page with an error, and what was typed is gone.
        Response.Headers.CacheControl = "private, no-cache";
        return View(view, page);
    }
}
