using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Legal;

/// <summary>The pages that the law asks for. What only the operator knows comes from the settings.</summary>
[AllowAnonymous]
public sealed class LegalController(IOptionsMonitor<LegalOptions> legal, SignedIn signedIn) : Controller
{
    [HttpGet("/impressum")]
    public async Task<IActionResult> Imprint() => View(await PageAsync());

    [HttpGet("/datenschutz")]
    public async Task<IActionResult> Privacy() => View(await PageAsync());

    [HttpGet("/barrierefreiheit")]
    public async Task<IActionResult> Accessibility() => View(await PageAsync());

    private async Task<LegalPage> PageAsync() => new(legal.CurrentValue, await signedIn.IsAsync(Role.Organizer, null));
}
