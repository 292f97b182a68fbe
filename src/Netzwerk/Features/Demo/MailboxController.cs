using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MimeKit;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Demo;

/// <summary>Shows each mail as its reader sees it.</summary>
[AllowAnonymous]
[DemoOnly]
[Route("/demo/postfach")]
public sealed class MailboxController(DemoMailbox mailbox) : Controller
{
    /// <summary>The one exception to the site's policy: a mail brings its own styles. Nothing in it runs, loads, sends or leads away.</summary>
    private const string MailPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    [HttpGet("")]
    public async Task<IActionResult> Index(int seite = 1)
    {
        var page = Math.Clamp(seite, 1, 1 + (mailbox.Count / DemoMailbox.PageSize));
        return View("Mailbox", new MailboxPage(await mailbox.PageAsync(page, HttpContext.RequestAborted), mailbox.Count, page, mailbox.MailServer));
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string id)
    {
        if (await mailbox.FindAsync(id, HttpContext.RequestAborted) is not { } message) return NotFound();
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy + "; frame-src 'self'";
        return View("Mail", new MailPage(id, message, DemoMailbox.LinksIn(message.TextBody), [.. message.Attachments.Select(NameOf)]));
    }

    [HttpGet("{id}/html")]
    public async Task<IActionResult> Html(string id)
    {
        if (await mailbox.FindAsync(id, HttpContext.RequestAborted) is not { HtmlBody: { } html }) return NotFound();
        Response.Headers.ContentSecurityPolicy = MailPolicy;
        return Content(html, "text/html; charset=utf-8");
    }

    [HttpGet("{id}/anhang/{number:int}")]
    public async Task<IActionResult> Attachment(string id, int number)
    {
        if (await mailbox.FindAsync(id, HttpContext.RequestAborted) is not { } message) return NotFound();
        if (message.Attachments.ElementAtOrDefault(number) is not MimePart { Content: { } content } part) return NotFound();
        var bytes = new MemoryStream();
        await content.DecodeToAsync(bytes, HttpContext.RequestAborted);
        bytes.Position = 0;
        return File(bytes, part.ContentType.MimeType, NameOf(part));
    }

    private static string NameOf(MimeEntity attachment) => DemoMailbox.SafeName((attachment as MimePart)?.FileName);
}

/// <param name="MailServer">On this machine; null while mails become files.</param>
public sealed record MailboxPage(IReadOnlyList<MailRow> Mails, int Count, int Page, string? MailServer)
{
    public bool HasOlder => Page * DemoMailbox.PageSize < Count;
}

public sealed record MailPage(string Id, MimeMessage Message, IReadOnlyList<string> Links, IReadOnlyList<string> Attachments);
