using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Netzwerk.Features.Accounts;
using Netzwerk.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Netzwerk.BrowserTests;

/// <summary>From the code on the console to the first family, in the browser alone.</summary>
[Collection(OneBrowser.Name)]
public sealed class GoLiveTests(Chromium chromium)
{
    private const string Password = "Kranich Teelicht Bagger Violine";

    [Fact]
    public async Task An_organiser_goes_live_from_an_empty_installation_and_a_family_signs_up()
    {
        await using var app = new EmptyInstallation();
        await using var scope = app.Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<SetupCode>().OfferAsync();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Forwarded-Proto"] = "https" });
            await SetUpAsync(page, code);
            await AddSecondFactorAsync(page, app);

            await page.GotoAsync(Answers.FormPath);
            await Expect(page.Heading()).ToHaveTextAsync("Die Anmeldung öffnet bald");

            await page.GotoAsync("/verwaltung");
            await page.GetByRole(AriaRole.Link, new() { Name = "Zur Liste, was fehlt" }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("Noch keine Anmeldungen");
            await page.GetByRole(AriaRole.Link, new() { Name = "Anschrift" }).ClickAsync();
            await Expect(page.GetByLabel("Anschrift")).ToBeInViewportAsync();
            foreach (var (label, text) in ((string, string)[])[
                ("Betreiber", "Landkreis Probe"), ("Anschrift", "Probeweg 1\n12345 Probe"), ("E-Mail-Adresse", "post@netzwerk.test"),
                ("Datenschutzbeauftragte Person", "datenschutz@netzwerk.test"), ("Aufsichtsbehörde", "Aufsicht Probe"),
                ("Kontakt bei Barrieren", "barrieren@netzwerk.test"), ("Schlichtungsstelle", "Schlichtung Probe")])
                await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
            var preview = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Vorschau: Impressum, in neuem Tab" }).ClickAsync());
            await Expect(preview.Locator("main")).ToContainTextAsync("Probeweg 1");
            await preview.CloseAsync();
            await page.PressAsync("Speichern");
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Gespeichert.");
            await page.GetByRole(AriaRole.Link, new() { Name = "Einstellungen" }).First.ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("Anmeldungen möglich");

            await page.SignUpAsync(Cast.Bernd);
        });

        Assert.Single(await app.RegistrationsAsync());
    }

    private static async Task SetUpAsync(IPage page, string code)
    {
        await page.GotoAsync("/konto/einrichten");
        await page.GetByLabel("Code aus der Konsole").FillAsync(code);
        await page.GetByLabel("Ihr Name").FillAsync(Cast.Organizer.Name);
        await page.GetByLabel("E-Mail-Adresse").FillAsync(Cast.Organizer.Email);
        await page.GetByLabel("Neues Passwort", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Neues Passwort noch einmal").FillAsync(Password);
        await page.PressAsync("Konto einrichten");
    }

    private static async Task AddSecondFactorAsync(IPage page, TestApp app)
    {
        await page.WaitForURLAsync("**/konto/zweiter-faktor");
        await page.GetByRole(AriaRole.Link, new() { Name = "App einrichten" }).ClickAsync();
        var key = Regex.Replace(await page.Locator("main b.nw-figure").InnerTextAsync(), "\\s", "", RegexOptions.NonBacktracking);
        await page.GetByLabel("Code aus der App").FillAsync(Authenticator.CodeOf(app, FromBase32(key)));
        await page.PressAsync("App einrichten");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ich habe die Codes, weiter" }).ClickAsync();
        await page.WaitForURLAsync("**/verwaltung");
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    /// <summary>Production as it is delivered, with the settings without which it does not start, behind a proxy that ends TLS.</summary>
    private sealed class EmptyInstallation() : LiveApp(
        [("Site:BaseUrl", BaseUrl), ("Proxy:Known", "127.0.0.1, ::1"), .. RequiredSettings.Where(setting => setting.Key.StartsWith("Legal:", StringComparison.Ordinal)).Select(setting => (setting.Key, ""))])
    {
        protected override string EnvironmentName => "Production";
    }
}
