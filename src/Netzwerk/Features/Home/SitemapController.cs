using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Home;

/// <summary>What search engines ask for (sitemaps.org protocol 0.9, RFC 9309).</summary>
[AllowAnonymous]
public sealed class SitemapController(NetzwerkDb db, SiteOptions site) : Controller
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] FixedPaths = ["/", "/archiv", "/netzwerk", "/netzwerk/wegweiser", "/netzwerk/flyer", "/impressum", "/datenschutz", "/barrierefreiheit"];

    [HttpGet("/sitemap.xml")]
    [PublicPage]
    public async Task<IActionResult> Sitemap()
    {
        var events = await db.Events.Where(Event.IsPublic).OrderBy(ev => ev.Date).ThenBy(ev => ev.Id).Select(ev => $"/veranstaltungen/{ev.Slug}").ToListAsync();
        var urls = FixedPaths.Concat(events).Select(path => new XElement(Ns + "url", new XElement(Ns + "loc", site.Url(path))));
        return Content($"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{new XElement(Ns + "urlset", urls)}{"\n"}""", "application/xml; charset=utf-8");
    }

    [HttpGet("/robots.txt")]
    [PublicPage]
    public IActionResult Robots() => Content($"""
        User-agent: *
        Disallow: /anmeldung/
        Disallow: /demo
        Disallow: /konto/
        Disallow: /verwaltung

        Sitemap: {site.Url("/sitemap.xml")}

        """.ReplaceLineEndings("\n"), "text/plain; charset=utf-8");
}
