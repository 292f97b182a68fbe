using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>A name written from right to left takes nothing along that stands beside it, and no browser translates it.</summary>
public sealed class NameIsolationTests
{
    private static readonly string[] Names = ["ليلى", "حسن", "نور", "سارة", "منى", "هدى"];

    /// <summary>Elements whose content is text alone; browsers set each option and title by itself.</summary>
    private const string TextAlone = "title, option, textarea, script, style";

    [Fact]
    public async Task Every_name_on_every_page_stands_isolated_and_untranslated()
    {
        await using var app = new TestApp();
        var site = await FilledSite.WithContentsAsync(app);
        await NameAsync(app);
        var (faults, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));

        foreach (var browser in (HttpClient[])[app.Browser(), site.Desk])
        {
            foreach (var path in site.Pages())
            {
                var page = await browser.OpenAsync(path);
                if (page.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
                foreach (var text in page.Document.Descendants<IText>().Where(text => Names.Any(name => text.Data.Contains(name, StringComparison.Ordinal)) && text.ParentElement?.Closest(TextAlone) is null))
                {
                    seen.UnionWith(Names.Where(name => text.Data.Contains(name, StringComparison.Ordinal)));
                    if (text.ParentElement?.Closest("bdi[translate=no]") is null) faults.Add($"{path}: {text.ParentElement?.OuterHtml}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
        Assert.Equal(Names.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_childs_age_stays_beside_its_name()
    {
        await using var app = new TestApp();

        var check = await app.ToCheckAsync(Cast.Anna, children: new ChildInCare("ليلى", 4, false));

        Assert.Contains("""<bdi translate="no">ليلى</bdi>, 4 Jahre""", check.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_isolate_what_is_written_from_right_to_left_and_nothing_else()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna with { GivenName = "ليلى", FamilyName = "حسن" });
        await app.RegisterAsync(Cast.Bernd);
        await app.DeliverMailAsync();

        var mail = app.Inbox.To(Cast.Anna.Email)[0];

        Assert.Contains("Guten Tag \u2068ليلى\u2069 \u2068حسن\u2069,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Guten Tag <bdi>ليلى</bdi> <bdi>حسن</bdi>,", System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        Assert.DoesNotContain('\u2068', app.Inbox.To(Cast.Bernd.Email)[0].Text);
    }

    private static Task<int> NameAsync(TestApp app) => app.DbAsync(async db =>
    {
        foreach (var family in await db.Registrations.ToListAsync())
        {
            (family.GivenName, family.FamilyName, family.Children[0].FirstName) = (Names[0], Names[1], Names[2]);
            db.Entry(family).Property(nameof(Registration.TakenInBy)).CurrentValue = Names[3];
        }
        foreach (var account in await db.Users.ToListAsync()) account.DisplayName = Names[3];
        foreach (var entry in await db.Audit.ToListAsync()) db.Entry(entry).Property(nameof(AuditEntry.By)).CurrentValue = Names[3];
        foreach (var ev in await db.Events.ToListAsync()) ev.ContactName = Names[4];
        foreach (var partner in await db.Partners.ToListAsync()) partner.Name = Names[5];
        foreach (var mail in await db.Set<Netzwerk.Mail.OutboxMail>().ToListAsync()) db.Entry(mail).Property(nameof(Netzwerk.Mail.OutboxMail.ToName)).CurrentValue = Names[0];
        return await db.SaveChangesAsync();
    });
}
