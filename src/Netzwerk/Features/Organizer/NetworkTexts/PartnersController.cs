using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>Who belongs to the network.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/partner")]
public sealed class PartnersController(EntryStore store, SignedIn signedIn) : EntriesController<Partner, PartnerForm>(store, signedIn)
{
    protected override (string List, string Entry, string Path) Names => ("Partners", "Partner", "partner");

    protected override EntryRow RowOf(Partner partner) => new(partner.Id, partner.Name, string.Join(", ", new[] { partner.Institution, partner.Function, partner.PartInFounding }.Where(text => text is not null)));

    protected override PartnerForm TypedOf(Partner partner) =>
        new() { Name = partner.Name, Institution = partner.Institution, Function = partner.Function, PartInFounding = partner.PartInFounding };

    protected override IReadOnlyList<(string Label, string? Text)> Fields(PartnerForm form) =>
        [("Name", form.Name), ("Einrichtung", form.Institution), ("Aufgabe", form.Function), ("Anteil an der Gründung", form.PartInFounding)];

    protected override Partner Make(PartnerForm form, int position)
    {
        var partner = new Partner { Position = position, Name = "", Institution = "" };
        Put(form, partner);
        return partner;
    }

    protected override void Put(PartnerForm form, Partner partner) => (partner.Name, partner.Institution, partner.Function, partner.PartInFounding) =
        (PastedText.Name(form.Name, partner.Name), TypedText.Clean(form.Institution), TypedText.OrNull(form.Function), TypedText.OrNull(form.PartInFounding));

    /// <summary>The guide gives reasons that speak of her.</summary>
    protected override async Task<IReadOnlyList<EntryRow>> NeededByAsync(Partner partner) => await Db.GuideTopics.Where(topic => topic.PartnerId == partner.Id)
        .OrderBy(topic => topic.Position).Select(topic => new EntryRow(topic.Id, topic.Concern, topic.Reason)).ToListAsync();
}
