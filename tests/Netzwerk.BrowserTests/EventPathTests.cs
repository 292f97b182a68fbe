using Microsoft.Playwright;
using Netzwerk.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Netzwerk.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class EventPathTests(Chromium chromium)
{
    /// <summary>The work: five fields to fill and five buttons to press, which leaves somebody who types slowly well under two minutes.</summary>
    [Fact]
    public async Task An_organiser_makes_previews_and_publishes_an_event_and_a_parent_registers()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.SignInAsync(app, Cast.Organizer);
            await page.EvaluateAsync("() => sessionStorage.setItem('clicks', '0')");
            await page.Context.AddInitScriptAsync("addEventListener('click', event => { if (event.isTrusted && event.detail > 0) sessionStorage.setItem('clicks', Number(sessionStorage.getItem('clicks')) + 1); }, true)");
            var started = System.Diagnostics.Stopwatch.StartNew();
            await page.ReloadAsync();

            await page.GetByRole(AriaRole.Link, new() { Name = "Neue Veranstaltung" }).ClickAsync();
            await page.FillEventAsync();
            var preview = await page.RunAndWaitForPopupAsync(() => page.PressAsync("Vorschau in neuem Fenster"));
            await Expect(preview.Heading()).ToContainTextAsync("Zusammen in den Tag");
            await preview.CloseAsync();
            await page.PressAsync("Entwurf anlegen");
            await Expect(page.Heading()).ToHaveTextAsync("Entwurf");
            await page.GetByRole(AriaRole.Link, new() { Name = "Veröffentlichen", Exact = true }).ClickAsync();
            await page.PressAsync("Jetzt veröffentlichen");
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("veröffentlicht");

            Assert.InRange(await page.EvaluateAsync<int>("() => Number(sessionStorage.getItem('clicks'))"), 1, 6);
            Assert.True(started.Elapsed < TimeSpan.FromMinutes(1), $"{started.Elapsed}");
        });

        Assert.False((await app.EventAsync("elternfruehstueck-2022")).IsDraft);
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "Elternfrühstück" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Zur Anmeldung" }).ClickAsync();
            await page.FillWhoAsync(Cast.Bernd, "Nein");
            await page.PressAsync("Weiter");
            await page.PressAsync("Jetzt anmelden");
            await Expect(page.Heading()).ToHaveTextAsync("Sie sind angemeldet");
        }, Window.Phone);

        Assert.Single(await app.RegistrationsAsync());
    }
}
