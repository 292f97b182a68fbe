using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Operation;

/// <summary>„Betrieb“: what the public hears in one word, with what to do about it.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/betrieb")]
public sealed class OperatingController(HealthCheckService health, TimeProvider system, SignedIn signedIn) : DeskController(signedIn)
{
    protected override string Nav => "Einstellungen";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var report = await health.CheckHealthAsync(cancel);
        return View(new OperatingPage(
            [.. report.Entries.Select(entry => new Finding(entry.Key, entry.Value.Status, entry.Value.Description ?? ""))], system.GetUtcNow().UtcDateTime));
    }
}
