using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Demo;

/// <summary>What there is to try: clock, accounts, mailbox, families.</summary>
[AllowAnonymous]
[DemoOnly]
public sealed class DemoController(NetzwerkDb db, EventClock clock, DemoOptions demo, DemoAccounts accounts, DemoMailbox mailbox) : Controller
{
    /// <param name="familien">How many example families have just been signed up.</param>
    /// <param name="uhr">Set when the clock was just set.</param>
    [HttpGet("/demo")]
    public async Task<IActionResult> Index(int? familien, string? uhr)
    {
        var ev = await db.Events.AsNoTracking().Where(Event.IsPublic).OrderBy(candidate => candidate.Date).FirstAsync();
        return View(new DemoPage(clock.Now, DemoMoment.Of(ev, demo), new ClockForm(), await accounts.PasswordAsync(), mailbox.Count, familien, ev.ShortTitle, ev.Slug, uhr == "gestellt") { MailServer = mailbox.MailServer });
    }
}

/// <param name="Now">UTC, event clock.</param>
public sealed record DemoPage(
    DateTime Now, IReadOnlyList<DemoMoment> Moments, ClockForm Form, string Password, int Mails, int? NewFamilies, string EventTitle, string EventSlug, bool ClockIsSet = false)
{
    /// <summary>On this machine; null while mails become files.</summary>
    public string? MailServer { get; init; }
}

/// <summary>A moment worth seeing (UTC).</summary>
public sealed record DemoMoment(string Key, string Label, DateTime At)
{
    public static IReadOnlyList<DemoMoment> Of(Event ev, DemoOptions demo) =>
    [
        new("anfang", "Vor dem Anmeldeschluss", demo.StartsAt.UtcDateTime),
        new("minute-davor", "Eine Minute vor dem Anmeldeschluss", ev.SignUpEnds.AddMinutes(-1)),
        new("danach", "Gleich nach dem Anmeldeschluss", ev.SignUpEnds),
        new("tag", "Am Tag der Veranstaltung", ev.Starts.AddHours(-1)),
    ];
}
