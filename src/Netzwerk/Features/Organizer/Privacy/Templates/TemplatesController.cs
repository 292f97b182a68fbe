using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Legal;

namespace Netzwerk.Features.Organizer.Privacy.Templates;

/// <summary>Documents that a data protection officer asks for, filled from the settings.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("verwaltung/datenschutz/vorlagen")]
public sealed class TemplatesController(SignedIn signedIn, IOptionsMonitor<LegalOptions> legal, EventClock clock, Disclosures disclosures) : DeskController(signedIn)
{
    protected override string Nav => "Datenschutz";

    [HttpGet("")]
    public ViewResult Index() => View(All().Select(template => new TemplateRow(template.Name, template.Title, template.Purpose, template.Gaps)).ToList());

    [HttpGet("{name}.docx")]
    public async Task<IActionResult> Show(string name)
    {
        if (All().FirstOrDefault(template => template.Name == name) is not { } found) return NotFound();
        await disclosures.NoteAsync(AuditAct.TemplateDownloaded, found.Title);
        return File(WordFile.Of(found), WordFile.ContentType, $"{found.Name}.docx");
    }

    private IReadOnlyList<Template> All() => Template.All(legal.CurrentValue, clock.Today);
}

public sealed record TemplateRow(string Name, string Title, string Purpose, int Gaps);
