using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;

namespace Netzwerk.Features.Demo;

/// <summary>What there is to try: clock, accounts, mailbox.</summary>
[AllowAnonymous]
[DemoOnly]
public sealed class DemoController(EventClock clock, DemoAccounts accounts) : Controller
{
    [HttpGet("/demo")]
    public async Task<IActionResult> Index() => View(new DemoPage(clock.Now, await accounts.PasswordAsync()));
}

/// <param name="Now">UTC, event clock.</param>
public sealed record DemoPage(DateTime Now, string Password);
