using System.Text;
using System.Text.RegularExpressions;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.BrowserTests;

/// <summary>What comes out of the printer: pages are counted in the PDF that Chromium makes.</summary>
[Collection(OneBrowser.Name)]
public sealed partial class PaperTests(Chromium chromium)
{
    private const string Sheets = "/verwaltung/veranstaltungen/jubilaeum-2022/listen/";

    [Fact]
    public async Task The_flyer_fits_on_one_sheet()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page => Assert.Equal(1, await PagesAsync(page, "/netzwerk/flyer")));
    }

    [Fact]
    public async Task Twenty_four_names_fit_on_one_sheet_and_a_long_name_pushes_no_column_off_it()
    {
        await using var app = new LiveApp();
        for (var i = 0; i < 24; i++) await app.RegisterAsync(new Parent($"Vorname{i}", $"Nachname{i}", $"familie{i}@example.org", "0171 3920012"), 0, new ChildInCare("Mia", 4, true));

        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.SignInAsync(app, Cast.Organizer);
            Assert.Equal(1, await PagesAsync(page, Sheets + "teilnehmer"));

            var longName = new string('W', 95);
            await app.RegisterAsync(new Parent("Anna", longName, "lang@example.org", "0171 3920012"), 0, new ChildInCare(longName, 4, true));
            // What is left of A4 between the margins, upright and across, in CSS pixels.
            foreach (var (sheet, width) in new[] { ("teilnehmer", 703), ("betreuung", 1031) })
            {
                await page.GotoAsync(Sheets + sheet);
                await page.SetViewportSizeAsync(width, 800);
                await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
                Assert.Equal(0, await page.EvaluateAsync<int>("() => { const t = document.querySelector('table'); return Math.max(0, t.scrollWidth - t.parentElement.clientWidth); }"));
                await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
            }
        }, new Window(1280));
    }

    private static async Task<int> PagesAsync(Microsoft.Playwright.IPage page, string path)
    {
        await page.GotoAsync(path);
        return PageObject().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true })));
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.ExplicitCapture)]
    private static partial Regex PageObject();
}
