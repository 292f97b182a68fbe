using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>What is missing before families can come, and the way to everything that can be set.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen")]
public sealed class SettingsController(GoLiveChecklist checklist, GoLive goLive, StoredSettings stored, SignedIn signedIn) : DeskController(signedIn)
{
    protected override string Nav => "Einstellungen";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new SettingsPage(await checklist.LookAsync(), goLive.TakesSignUps, [.. stored.Aside]));
}

/// <param name="Aside">Keys of what is stored and does not count, because it no longer fits the configuration.</param>
public sealed record SettingsPage(IReadOnlyList<GoLiveCheck> Checks, bool TakesSignUps, IReadOnlyList<string> Aside);
