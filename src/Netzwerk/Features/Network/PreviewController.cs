using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Network;

/// <summary>The same pages with an entry as an organiser has typed it so far. Nothing is stored.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen")]
public sealed class PreviewController(NetworkContents contents) : Controller
{
    [HttpPost("partner/vorschau")]
    public Task<IActionResult> Partner([Bind(Prefix = "Form")] TypedPartner typed) => ShowAsync("Index", drafts =>
    {
        var partner = drafts.Partners.Find(candidate => candidate.Id == typed.Id);
        if (partner is null) drafts.Partners.Add(partner = new Partner { Position = 0, Name = "", Institution = "" });
        (partner.Name, partner.Institution, partner.Function, partner.PartInFounding) =
            (PastedText.Name(typed.Name), TypedText.Clean(typed.Institution), TypedText.OrNull(typed.Function), TypedText.OrNull(typed.PartInFounding));
    });

    [HttpPost("wegweiser/vorschau")]
    public Task<IActionResult> Topic([Bind(Prefix = "Form")] TypedTopic typed) => ShowAsync("Guide", drafts =>
    {
        var topic = drafts.Topics.Find(candidate => candidate.Id == typed.Id);
        if (topic is null) drafts.Topics.Add(topic = new GuideTopic { Position = 0, Slug = "neu", Concern = "", Reason = "" });
        (topic.Concern, topic.Reason, topic.PartnerId) = (TypedText.Clean(typed.Concern), TypedText.Clean(typed.Reason), Guid.TryParse(typed.Partner, out var id) ? id : null);
    });

    [HttpPost("flyer/vorschau")]
    public Task<IActionResult> Tip([Bind(Prefix = "Form")] TypedTip typed) => ShowAsync("Flyer", drafts =>
    {
        var tip = drafts.Tips.Find(candidate => candidate.Id == typed.Id);
        if (tip is null) drafts.Tips.Add(tip = new FlyerTip { Position = 0, Title = "", Text = "" });
        (tip.Title, tip.Text) = (TypedText.Clean(typed.Title), TypedText.Clean(typed.Text));
    });

    private async Task<IActionResult> ShowAsync(string view, Action<NetworkContents.Drafts> change)
    {
        ViewData["IsPreview"] = true;
        return View(view, await contents.AskAsync(change));
    }
}

public sealed record TypedPartner(Guid? Id, string? Name, string? Institution, string? Function, string? PartInFounding);

public sealed record TypedTopic(Guid? Id, string? Concern, string? Partner, string? Reason);

public sealed record TypedTip(Guid? Id, string? Title, string? Text);
