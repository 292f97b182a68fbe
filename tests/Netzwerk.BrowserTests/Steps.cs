using Microsoft.Playwright;
using Netzwerk.Tests.Kit;

namespace Netzwerk.BrowserTests;

/// <summary>What people do on a page, by role and label.</summary>
internal static class Steps
{
    public static ILocator Heading(this IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static Task PressAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static async Task FillWhoAsync(this IPage page, Parent parent, string childcare)
    {
        await page.GetByLabel("Vorname", new() { Exact = true }).FillAsync(parent.GivenName);
        await page.GetByLabel("Nachname").FillAsync(parent.FamilyName);
        await page.GetByLabel("E-Mail-Adresse").FillAsync(parent.Email);
        await page.GetByLabel("Telefonnummer").FillAsync(parent.Phone ?? "");
        await page.GetByRole(AriaRole.Group, new() { Name = "Brauchen Sie Kinderbetreuung?" }).GetByLabel(childcare, new() { Exact = true }).CheckAsync();
    }

    public static async Task FillChildAsync(this IPage page, int number, string firstName, string age, bool call = false)
    {
        var child = page.GetByRole(AriaRole.Group, new() { Name = $"Kind {number}", Exact = true });
        await child.GetByLabel("Vorname des Kindes").FillAsync(firstName);
        await child.GetByLabel("Alter in Jahren").FillAsync(age);
        if (call) await child.GetByLabel("Bitte rufen Sie mich wegen dieses Kindes an").CheckAsync();
    }

    public static async Task SignInAsync(this IPage page, TestApp app, Colleague colleague)
    {
        await app.AccountAsync(colleague);
        await page.GotoAsync("/konto/anmelden");
        await page.GetByLabel("E-Mail-Adresse").FillAsync(colleague.Email);
        await page.GetByLabel("Passwort").FillAsync(Colleague.Password);
        await page.PressAsync("Anmelden");
        await page.WaitForURLAsync("**/verwaltung**");
    }

    /// <summary>Signs up alone, to the page that says so.</summary>
    public static async Task SignUpAsync(this IPage page, Parent parent)
    {
        await page.GotoAsync(Answers.FormPath);
        await page.FillWhoAsync(parent, "Nein");
        await page.PressAsync("Weiter");
        await page.PressAsync("Jetzt anmelden");
        await Assertions.Expect(page.Heading()).ToHaveTextAsync("Sie sind angemeldet");
    }

    /// <summary>What a new event needs, on the form that is open.</summary>
    public static async Task FillEventAsync(this IPage page)
    {
        await page.GetByLabel("Titel", new() { Exact = true }).FillAsync("Elternfrühstück: Zusammen in den Tag");
        await page.GetByLabel("Kurztitel").FillAsync("Elternfrühstück");
        await page.GetByLabel("Tag", new() { Exact = true }).FillAsync("2022-12-03");
        await page.GetByLabel("Kurz gesagt").FillAsync("Ein Vormittag mit Brötchen und Zeit zum Reden.");
        await page.GetByLabel("Anmeldeschluss").FillAsync("2022-11-26");
    }
}
