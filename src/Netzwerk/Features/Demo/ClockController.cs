using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Demo;

/// <summary>Sets the demo's clock; it runs on from there.</summary>
[AllowAnonymous]
[DemoOnly]
public sealed class ClockController(NetzwerkDb db, EventClock clock, DemoClock demoClock, DemoOptions demo, DemoAccounts accounts, DemoMailbox mailbox) : Controller
{
    /// <param name="moment">Key of a <see cref="DemoMoment"/>; without one the typed time counts.</param>
    [HttpPost("/demo/uhr")]
    public async Task<IActionResult> Set([Bind(Prefix = "Form")] ClockForm form, string? moment)
    {
        var ev = await db.Events.AsNoTracking().Where(Event.IsPublic).OrderBy(candidate => candidate.Date).FirstAsync();
        var moments = DemoMoment.Of(ev, demo);
        var chosen = moments.FirstOrDefault(candidate => candidate.Key == moment);
        if (chosen is null && !ModelState.IsValid)
            return View("Index", new DemoPage(clock.Now, moments, form, await accounts.PasswordAsync(), mailbox.Count, null, ev.ShortTitle, ev.Slug) { MailServer = mailbox.MailServer });
        await demoClock.SetAsync(new DateTimeOffset(chosen?.At ?? form.ToInstant()));
        return Redirect("/demo?uhr=gestellt");
    }
}

public sealed class ClockForm
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "dd.MM.yyyy HH:mm"];

    /// <summary>As the browser's field for date and time sends it: what a clock in Berlin shows.</summary>
    public string? At { get; set; }

    public DateTime ToInstant() => Read(At) is { } local
        ? BerlinTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
        : throw new InvalidOperationException("The form was not checked.");

    private static DateTime? Read(string? text) =>
        DateTime.TryParseExact(TypedText.Clean(text), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    public sealed class Rules : AbstractValidator<ClockForm>
    {
        public Rules() => RuleFor(form => form.At).Must(at => Read(at) is { Year: > 2000 and < 2100 })
            .WithMessage("Geben Sie Tag und Uhrzeit ein, zum Beispiel 04.11.2022 23:59");
    }
}
