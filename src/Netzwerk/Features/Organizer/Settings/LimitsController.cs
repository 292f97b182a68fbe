using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>What keeps abuse out and is never met by a family.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/grenzen")]
public sealed class LimitsController(Sections sections, SignedIn signedIn) : SectionController<LimitsForm>(sections, signedIn)
{
    protected override (string View, string Path) Page => ("Limits", "grenzen");

    protected override IReadOnlyList<SettingField<LimitsForm>> Fields => LimitsForm.Fields;
}
