using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Privacy;

namespace Netzwerk.Features.Organizer.ServerClock;

/// <summary>Where the server's clock is not believed: an organiser types today's date, which counts only where that is what the clock shows.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/uhr")]
public sealed class ServerClockController(
    ClockGuard guard, ClockMemory memory, RetentionPace retention, TimeProvider system, EventClock clock, SignedIn signedIn) : DeskController(signedIn)
{
    protected override string Nav => "Termine";

    [HttpGet("")]
    public IActionResult Show() => Page(new DateForm());

    [HttpPost("")]
    public async Task<IActionResult> Confirm([Bind(Prefix = "Form")] DateForm form)
    {
        // One instant for all of it: what is confirmed is what becomes the memory.
        var now = system.GetUtcNow().UtcDateTime;
        if (guard.StateAt(now) == ClockState.Trusted) return RedirectToAction(nameof(Show));
        if (ModelState.IsValid && form.Day != BerlinTime.DateOf(now)) ModelState.AddModelError("Form.Today", DateForm.Rules.NotShown);
        if (!ModelState.IsValid) return Page(form);
        await memory.ResetAsync(now, new AuditEntry { At = clock.Now, Act = AuditAct.ClockConfirmed, By = await SignedIn.NameAsync() });
        retention.RunSoon();
        Tell(ClockNews.Confirmed);
        return RedirectToAction(nameof(Show));
    }

    private ViewResult Page(DateForm form) => View("Show", new ServerClockPage(guard.State, guard.Remembered, form, Told<ClockNews>()));
}

/// <param name="Remembered">When the site last stored something while the clock was right.</param>
public sealed record ServerClockPage(ClockState State, DateTime? Remembered, DateForm Form, ClockNews? News);

public enum ClockNews
{
    Confirmed,
}

public sealed class DateForm
{
    public string? Today { get; set; }

    /// <summary>Null when it is no date.</summary>
    internal DateOnly? Day => DateOnly.TryParseExact(TypedText.Clean(Today), ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public sealed class Rules : AbstractValidator<DateForm>
    {
        /// <summary>Does not say what the clock shows: somebody would type that.</summary>
        public const string NotShown = "Die Uhr des Servers zeigt ein anderes Datum. Stimmt Ihre Eingabe? Dann geht die Uhr falsch: Bitten Sie die Technik, sie zu stellen. Danach geht alles von selbst weiter";

        public Rules() => RuleFor(form => form.Today).Must((form, _) => form.Day is not null)
            .WithMessage("Geben Sie das heutige Datum ein, zum Beispiel 24.10.2022");
    }
}
