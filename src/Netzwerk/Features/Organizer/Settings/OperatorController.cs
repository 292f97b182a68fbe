using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>Who runs the site, and what Impressum, Datenschutz and Barrierefreiheit say of it.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/betreiber")]
public sealed class OperatorController(Sections sections, SignedIn signedIn) : SectionController<OperatorForm>(sections, signedIn)
{
    protected override (string View, string Path) Page => ("Operator", "betreiber");

    protected override IReadOnlyList<SettingField<OperatorForm>> Fields => OperatorForm.Fields;
}
