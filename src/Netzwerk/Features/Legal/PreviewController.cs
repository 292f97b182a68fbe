using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Legal;

/// <summary>The same pages with what an organiser has typed so far. Nothing is stored.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/betreiber/vorschau")]
public sealed class PreviewController(KeptDays kept) : Controller
{
    [HttpPost("impressum")]
    public Task<IActionResult> Imprint([Bind(Prefix = "Form")] LegalOptions texts) => ShowAsync("Imprint", texts);

    [HttpPost("datenschutz")]
    public Task<IActionResult> Privacy([Bind(Prefix = "Form")] LegalOptions texts) => ShowAsync("Privacy", texts);

    [HttpPost("barrierefreiheit")]
    public Task<IActionResult> Accessibility([Bind(Prefix = "Form")] LegalOptions texts) => ShowAsync("Accessibility", texts);

    private async Task<IActionResult> ShowAsync(string view, LegalOptions texts)
    {
        ViewData["IsPreview"] = true;
        return View(view, new LegalPage(texts, MarkMissing: true, await kept.AskAsync()));
    }
}
