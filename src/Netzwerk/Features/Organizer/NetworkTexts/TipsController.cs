using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.NetworkTexts;

/// <summary>Tips that the network adds to the flyer's own three.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/flyer")]
public sealed class TipsController(EntryStore store, SignedIn signedIn) : EntriesController<FlyerTip, TipForm>(store, signedIn)
{
    protected override (string List, string Entry, string Path) Names => ("Tips", "Tip", "flyer");

    protected override EntryRow RowOf(FlyerTip tip) => new(tip.Id, tip.Title, tip.Text);

    protected override TipForm TypedOf(FlyerTip tip) => new() { Title = tip.Title, Text = tip.Text };

    protected override IReadOnlyList<(string Label, string? Text)> Fields(TipForm form) => [("Tipp", form.Title), ("Erklärung", form.Text)];

    protected override FlyerTip Make(TipForm form, int position)
    {
        var tip = new FlyerTip { Position = position, Title = "", Text = "" };
        Put(form, tip);
        return tip;
    }

    protected override void Put(TipForm form, FlyerTip tip) => (tip.Title, tip.Text) = (TypedText.Clean(form.Title), TypedText.Clean(form.Text));
}
