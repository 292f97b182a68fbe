using Microsoft.Playwright;
using Netzwerk.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Netzwerk.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class PeopleTests(Chromium chromium)
{
    private const string Email = "neu@netzwerk.test", Password = "Kranich Teelicht Bagger Violine";

    [Fact]
    public async Task A_colleague_is_invited_and_signs_in_with_a_passkey()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(Named(app), async page =>
        {
            await page.SignInAsync(app, Cast.Organizer);
            await page.GotoAsync("/verwaltung/konten");
            await page.GetByRole(AriaRole.Link, new() { Name = "Jemanden einladen" }).ClickAsync();
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Neue Kollegin");
            await page.GetByLabel("E-Mail-Adresse").FillAsync(Email);
            await page.GetByLabel("Organisation").CheckAsync();
            await page.PressAsync("Einladung schicken");
            await Expect(page.GetByText("Die Einladung ist unterwegs.")).ToBeVisibleAsync();
        });
        await app.DeliverMailAsync();
        var link = app.Inbox.SingleTo(Email).Text.Split('\n').Single(line => line.Contains("?konto=", StringComparison.Ordinal));

        await chromium.InWindowAsync(Named(app), async page =>
        {
            await GiveAuthenticatorAsync(page);
            await page.GotoAsync(new Uri(link).PathAndQuery);
            await page.GetByLabel("Neues Passwort", new() { Exact = true }).FillAsync(Password);
            await page.GetByLabel("Neues Passwort noch einmal").FillAsync(Password);
            await page.PressAsync("Passwort festlegen");
            await page.GetByRole(AriaRole.Link, new() { Name = "Zur Anmeldung" }).ClickAsync();
            await EnterAsync(page);
            await page.WaitForURLAsync("**/verwaltung");

            await page.GotoAsync("/konto/zweiter-faktor");
            await page.GetByLabel("Name des Passkeys").FillAsync("Rechner im Büro");
            await page.PressAsync("Passkey einrichten");
            await Expect(page.Heading()).ToHaveTextAsync("Ihre Wiederherstellungscodes");
            await page.GetByRole(AriaRole.Link, new() { Name = "Ich habe die Codes, weiter" }).ClickAsync();
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Verwaltung" }).GetByRole(AriaRole.Button, new() { Name = "Ausloggen" }).ClickAsync();

            await page.PressAsync("Mit Passkey anmelden");
            await page.WaitForURLAsync("**/verwaltung");
            await page.GotoAsync("/konto");
            await Expect(page.GetByText("Passkey „Rechner im Büro“")).ToBeVisibleAsync();

            await page.PressAsync("Auf allen Geräten ausloggen");
            await EnterAsync(page);
            await Expect(page.Heading()).ToHaveTextAsync("Sind Sie es wirklich?");
            await page.PressAsync("Mit Passkey bestätigen");
            await page.WaitForURLAsync("**/verwaltung");
        }, name: nameof(A_colleague_is_invited_and_signs_in_with_a_passkey) + "-colleague");
    }

    [Fact]
    public async Task What_a_passkey_answered_once_opens_nothing_again()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(Named(app), async page =>
        {
            await GiveAuthenticatorAsync(page);
            await page.SignInAsync(app, Cast.Staff);
            await page.GotoAsync("/konto/zweiter-faktor");
            await page.PressAsync("Passkey einrichten");
            await Expect(page.Heading()).ToHaveTextAsync("Ihre Wiederherstellungscodes");
            await page.GotoAsync("/konto");
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Ausloggen", Exact = true }).ClickAsync();
            string? sent = null;
            page.Request += (_, request) => sent = request.Url.EndsWith("/konto/anmelden/passkey", StringComparison.Ordinal) ? request.PostData : sent;
            await page.PressAsync("Mit Passkey anmelden");
            await page.WaitForURLAsync("**/verwaltung");
            Assert.NotNull(sent);
            // Somebody who recorded the form, with the cookie that belongs to it, and no session.
            await page.Context.ClearCookiesAsync(new() { Name = "netzwerk" });

            var answer = await page.APIRequest.PostAsync("/konto/anmelden/passkey", new()
            {
                DataString = sent,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = Named(app).GetLeftPart(UriPartial.Authority) },
            });

            Assert.Contains("Mit diesem Passkey hat es nicht geklappt.", await answer.TextAsync(), StringComparison.Ordinal);
        });
    }

    /// <summary>A passkey is bound to a name, never to a number.</summary>
    private static Uri Named(LiveApp app) => new UriBuilder(app.Address) { Host = "localhost" }.Uri;

    /// <summary>A device with a fingerprint reader that always says yes.</summary>
    private static async Task GiveAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task EnterAsync(IPage page)
    {
        await page.GetByLabel("E-Mail-Adresse").FillAsync(Email);
        await page.GetByLabel("Passwort").FillAsync(Password);
        await page.PressAsync("Anmelden");
    }
}
