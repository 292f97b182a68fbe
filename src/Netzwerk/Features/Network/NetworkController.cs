using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Network;

/// <summary>Who belongs to the network, who helps with what, and the flyer: three views of the same rows.</summary>
[AllowAnonymous]
[Route("/netzwerk")]
public sealed class NetworkController(NetzwerkDb db) : Controller
{
    [HttpGet("")]
    [OutputCache(PolicyName = PublicPages.Policy)]
    public async Task<IActionResult> Index() => View(await LoadAsync());

    [HttpGet("wegweiser")]
    [OutputCache(PolicyName = PublicPages.Policy)]
    public async Task<IActionResult> Guide() => View(await LoadAsync());

    [HttpGet("flyer")]
    [OutputCache(PolicyName = PublicPages.Policy)]
    public async Task<IActionResult> Flyer() => View(await LoadAsync());

    private async Task<NetworkPage> LoadAsync()
    {
        var members = await db.Partners.OrderBy(partner => partner.Position)
            .Select(partner => new MemberRow(partner.Name, partner.Institution, partner.Function, partner.PartInFounding)).ToListAsync();
        var concerns = await db.GuideTopics.OrderBy(topic => topic.Position)
            .Select(topic => new ConcernRow(topic.Slug, topic.Concern, topic.Reason, topic.Partner == null
                ? null
                : new MemberRow(topic.Partner.Name, topic.Partner.Institution, topic.Partner.Function, topic.Partner.PartInFounding))).ToListAsync();
        return new(members, concerns);
    }
}
