using Microsoft.Playwright;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Netzwerk.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class GoldenPathTests(Chromium chromium)
{
    [Fact]
    public async Task A_parent_signs_up_with_two_children_on_a_small_phone()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, page => SignUpWithTwoAsync(page), Window.Phone);

        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.Equal(["Mia 4", "Ben 0"], stored.Children.OrderBy(child => child.Position).Select(child => $"{child.FirstName} {child.Age}"));
        Assert.Equal(1, await app.DeliverMailAsync());
    }

    [Fact]
    public async Task The_whole_sign_up_and_cancellation_work_without_JavaScript()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await SignUpWithTwoAsync(page);
            await app.DeliverMailAsync();
            await page.GotoAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!);
            await page.GetByRole(AriaRole.Link, new() { Name = "Abmelden", Exact = true }).ClickAsync();
            await page.PressAsync("Ja, abmelden");
            await Expect(page.Heading()).ToContainTextAsync("abgemeldet");
        }, new Window(320, Script: false));

        Assert.False(Assert.Single(await app.RegistrationsAsync()).IsActive);
    }

    [Fact]
    public async Task Errors_take_the_focus_and_lead_to_their_fields()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.GotoAsync(Answers.FormPath);
            await page.GetByLabel("Vorname", new() { Exact = true }).FillAsync("Anna");
            await page.PressAsync("Weiter");

            await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Fehler: "));
            var summary = page.Locator(".nw-error-summary");
            await Expect(summary).ToBeFocusedAsync();
            await summary.GetByRole(AriaRole.Link, new() { Name = "Geben Sie Ihren Nachnamen ein" }).ClickAsync();
            await Expect(page.GetByLabel("Nachname")).ToBeFocusedAsync();
            await Expect(page.GetByLabel("Vorname", new() { Exact = true })).ToHaveValueAsync("Anna");

            await page.FillWhoAsync(Cast.Bernd, "Nein");
            await page.GetByLabel("Nachname").PressAsync("Enter");
            await page.PressAsync("Jetzt anmelden");
            await Expect(page.Heading()).ToHaveTextAsync("Sie sind angemeldet");
        }, Window.Phone);
    }

    [Fact]
    public async Task A_new_childs_first_field_has_the_focus_and_Enter_goes_on()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.GotoAsync(Answers.FormPath);
            await page.FillWhoAsync(Cast.Anna, "Ja");
            await page.PressAsync("Weiter");
            await page.FillChildAsync(1, "Mia", "4");
            await page.PressAsync("Weiteres Kind hinzufügen");
            await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Kind 2", Exact = true }).GetByLabel("Vorname des Kindes")).ToBeFocusedAsync();

            await page.FillChildAsync(2, "Ben", "1");
            await page.GetByRole(AriaRole.Group, new() { Name = "Kind 2", Exact = true }).GetByLabel("Alter in Jahren").PressAsync("Enter");
            await Expect(page.Heading()).ToHaveTextAsync("Prüfen und absenden");
        });
    }

    [Fact]
    public async Task A_family_cancels_by_the_mailed_link()
    {
        await using var app = new LiveApp();
        await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Mia", 4, false));
        await app.DeliverMailAsync();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.GotoAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!);
            await page.GetByRole(AriaRole.Link, new() { Name = "Abmelden", Exact = true }).ClickAsync();
            await Expect(page.Heading()).ToHaveTextAsync("Möchten Sie sich abmelden?");
            Assert.True((await app.RegistrationsAsync())[0].IsActive);
            await page.PressAsync("Ja, abmelden");
            await Expect(page.Heading()).ToContainTextAsync("abgemeldet");
        }, Window.Phone);

        Assert.Equal(0, (await app.EventAsync()).SeatsTaken);
        Assert.Equal(1, await app.DeliverMailAsync());
        Assert.Contains("abgemeldet", app.Inbox.To(Cast.Anna.Email)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_close_and_open_registration_and_it_counts_with_the_next_request()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            const string room = $"/verwaltung/veranstaltungen/{TestApp.Anniversary}";
            await page.SignInAsync(app, Cast.Staff);
            foreach (var (button, form, shown) in ((string, string, string)[])[
                ("Anmeldung schließen", "Die Anmeldung ist geschlossen", Cast.Staff.Name), ("Anmeldung öffnen", "Wer kommt?", Cast.Staff.Name), ("Nach Zeitplan", "Wer kommt?", "")])
            {
                await page.GotoAsync(room);
                await page.PressAsync(button);
                await Expect(page.Locator("main")).ToContainTextAsync(shown);
                await page.GotoAsync(Answers.FormPath);
                await Expect(page.Heading()).ToHaveTextAsync(form);
            }
        });

        Assert.Equal(SignUpSwitch.Schedule, (await app.EventAsync()).Switch);
    }

    [Fact]
    public async Task The_organiser_takes_the_attendee_list_along()
    {
        await using var app = new LiveApp();
        await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Mia", 4, false));
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.SignInAsync(app, Cast.Organizer);
            await page.GotoAsync($"/verwaltung/veranstaltungen/{TestApp.Anniversary}/anmeldungen");
            foreach (var kind in (string[])["csv", "xlsx"])
            {
                var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href$='teilnehmerliste.{kind}']").First.ClickAsync());
                Assert.Equal($"2022-11-11_teilnehmerliste_jubilaeum-2022.{kind}", download.SuggestedFilename);
                var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
                Assert.Equal(kind == "csv" ? [0xEF, 0xBB, 0xBF] : "PK"u8.ToArray(), bytes[..(kind == "csv" ? 3 : 2)]);
            }
        });
    }

    [Fact]
    public async Task The_event_page_is_light()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            var answers = new List<IResponse>();
            page.Response += (_, response) => answers.Add(response);
            await page.GotoAsync($"/veranstaltungen/{TestApp.Anniversary}", new() { WaitUntil = WaitUntilState.NetworkIdle });
            var bytes = 0;
            foreach (var answer in answers)
            {
                await answer.FinishedAsync();
                var sizes = await answer.Request.SizesAsync();
                bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            }

            Assert.InRange(answers.Count, 1, 6);
            Assert.InRange(bytes, 1, 75 * 1024);
            Assert.All(answers, answer => Assert.StartsWith(app.Address.ToString(), answer.Url, StringComparison.Ordinal));
        }, Window.Phone);
    }

    [Fact]
    public async Task Coming_back_to_it_costs_one_question_and_no_page()
    {
        await using var app = new LiveApp();
        await chromium.InWindowAsync(app.Address, async page =>
        {
            await page.GotoAsync($"/veranstaltungen/{TestApp.Anniversary}", new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.GotoAsync("/netzwerk", new() { WaitUntil = WaitUntilState.NetworkIdle });
            var again = (await page.GotoAsync($"/veranstaltungen/{TestApp.Anniversary}", new() { WaitUntil = WaitUntilState.NetworkIdle }))!;

            var sizes = await again.Request.SizesAsync();
            Assert.InRange(sizes.ResponseBodySize + sizes.ResponseHeadersSize, 1, 2 * 1024);
            // What came out of the browser's own cache was no request.
            Assert.Equal(0, await page.EvaluateAsync<int>("performance.getEntriesByType('resource').filter(asset => asset.transferSize > 0).length"));
            Assert.InRange(await page.EvaluateAsync<int>("performance.getEntriesByType('resource').length"), 3, 5);
        }, Window.Phone);
    }

    private static async Task SignUpWithTwoAsync(IPage page)
    {
        await page.GotoAsync($"/veranstaltungen/{TestApp.Anniversary}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Zur Anmeldung" }).First.ClickAsync();
        await Expect(page.Heading()).ToHaveTextAsync("Wer kommt?");
        await page.FillWhoAsync(Cast.Anna, "Ja");
        await page.PressAsync("Weiter");
        await Expect(page.Heading()).ToHaveTextAsync("Kinder");
        await page.FillChildAsync(1, "Mia", "4");
        await page.PressAsync("Weiteres Kind hinzufügen");
        await page.FillChildAsync(2, "Ben", "0", call: true);
        await page.PressAsync("Weiter");
        await Expect(page.Heading()).ToHaveTextAsync("Prüfen und absenden");
        await page.PressAsync("Jetzt anmelden");
        await Expect(page.Heading()).ToHaveTextAsync("Sie sind angemeldet");
        await Expect(page.Locator(".nw-reference")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^NW-[{Reference.Alphabet}]{{6}}$"));
        await page.ReloadAsync();
        await Expect(page.Heading()).ToHaveTextAsync("Sie sind angemeldet");
    }
}
