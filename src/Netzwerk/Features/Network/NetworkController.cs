using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Network;

/// <summary>Who belongs to the network, who helps with what, and the flyer: three views of the same rows.</summary>
[AllowAnonymous]
[Route("/netzwerk")]
public sealed class NetworkController(NetworkContents contents) : Controller
{
    [HttpGet("")]
    [PublicPage]
    public async Task<IActionResult> Index() => View(await contents.AskAsync());

    [HttpGet("wegweiser")]
    [PublicPage]
    public async Task<IActionResult> Guide() => View(await contents.AskAsync());

    [HttpGet("flyer")]
    [PublicPage]
    public async Task<IActionResult> Flyer() => View(await contents.AskAsync());
}
