using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class ListTests
{
    [Fact]
    public async Task An_empty_list_says_what_will_stand_there()
    {
        await using var app = new TestApp();
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        Assert.Equal("Anmeldungen", page.Heading);
        Assert.Contains("Noch keine Anmeldung", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_who_comes_in_German_order_with_counts_and_reference()
    {
        await using var app = new TestApp();
        var bernd = await app.RegisterAsync(Cast.Bernd, furtherAdults: 1);
        await app.RegisterAsync(Cast.Dilan);
        await app.RegisterAsync(Cast.Anna, children: [new("Mira", 7, false), new("Jonas", 3, true)]);
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        Assert.Equal(["Müller-Voß, Bernd", "O'Şahin, Đ", "Öztürk, Anna"], page.Names());
        Assert.Contains("3 Anmeldungen, sortiert nach Nachname", page.Text, StringComparison.Ordinal);
        var row = Page.Words(page.Document.QuerySelector("tbody tr")!);
        Assert.Contains("2 Erw.", row, StringComparison.Ordinal);
        Assert.Contains(bernd.Reference, row, StringComparison.Ordinal);
        Assert.Contains("24.10.2022, 10:00", row, StringComparison.Ordinal);
        Assert.Equal("ascending", page.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task The_list_turns_around_and_sorts_by_arrival()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Dilan);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RegisterAsync(Cast.Anna);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RegisterAsync(Cast.Bernd);
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        page = await page.FollowAsync("Name");
        Assert.Equal(["Öztürk, Anna", "O'Şahin, Đ", "Müller-Voß, Bernd"], page.Names());
        page = await page.FollowAsync("Angemeldet am");
        Assert.Equal(["O'Şahin, Đ", "Öztürk, Anna", "Müller-Voß, Bernd"], page.Names());
        page = await page.FollowAsync("Angemeldet am");
        Assert.Equal(["Müller-Voß, Bernd", "Öztürk, Anna", "O'Şahin, Đ"], page.Names());
        Assert.Equal("descending", page.Document.QuerySelectorAll("th[aria-sort]").Single().GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task A_hundred_and_twenty_registrations_stand_on_three_pages_each_once_and_a_page_too_far_is_the_nearest()
    {
        await using var app = new TestApp();
        for (var i = 1; i <= 120; i++) await app.RegisterAsync(new Parent("Probe", $"Familie{i:000}", $"probe{i}@example.org", null));
        var first = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        Assert.Equal(50, first.Names().Count);
        Assert.Contains("1–50 von 120", first.Text, StringComparison.Ordinal);
        var second = await first.FollowAsync("Nächste Seite");
        var third = await second.FollowAsync("Nächste Seite");
        Assert.Contains("101–120 von 120", third.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nächste Seite", third.Text, StringComparison.Ordinal);
        Assert.Equal(120, first.Names().Concat(second.Names()).Concat(third.Names()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(second.Names(), (await third.FollowAsync("Vorherige Seite")).Names());
        foreach (var (query, shown) in ((string, string)[])[("seite=99", "101–120"), ("seite=-1", "1–50"), ("seite=abc", "1–50"), ("seite=99999999999", "1–50"), ("suche=probe&seite=2", "51–100")])
            Assert.Contains($"{shown} von 120", (await first.Client.OpenAsync($"{Desk.Path}?{query}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_leave_what_they_name()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, children: new ChildInCare("Jonas", 3, CallRequested: true));
        var bernd = await app.RegisterAsync(Cast.Bernd);
        await app.RegisterAsync(Cast.Dilan, children: new ChildInCare("Robin", 5, CallRequested: false));
        app.Inbox.Answer = mail => mail.To.Mailboxes.Single().Address == Cast.Dilan.Email ? new Delivery(DeliveryOutcome.Refused, "550 kennen wir nicht") : new Delivery(DeliveryOutcome.Accepted, "250");
        await app.DeliverMailAsync();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Forms.SubmitAsync(await desk.OpenAsync(Desk.PathOf(bernd) + "/abmelden"), "Ja, abmelden");

        var list = await desk.OpenAsync(Desk.Path);
        Assert.Contains("3 Anmeldungen, davon 1 abgemeldet", list.Text, StringComparison.Ordinal);
        Assert.Equal(["O'Şahin, Đ", "Öztürk, Anna"], await FilterAsync("Status", "Angemeldet"));
        Assert.Equal(["Müller-Voß, Bernd"], await FilterAsync("Status", "Abgemeldet"));
        Assert.Equal(["O'Şahin, Đ"], await FilterAsync("Status", "E-Mail prüfen"));
        Assert.Equal(["O'Şahin, Đ", "Öztürk, Anna"], await FilterAsync("Betreuung", "Mit Kindern"));
        Assert.Equal(["Müller-Voß, Bernd"], await FilterAsync("Betreuung", "Ohne Kinder"));
        Assert.Equal(["Öztürk, Anna"], await FilterAsync("Betreuung", "Anruf gewünscht"));

        async Task<IReadOnlyList<string>> FilterAsync(string field, string choice)
        {
            var page = await Forms.SubmitAsync(list, new Dictionary<string, string>(StringComparer.Ordinal) { ["Status"] = "Alle", ["Betreuung"] = "Alle", [field] = choice }, "Suchen");
            Assert.Equal(choice, page.ValueOf(field));
            return page.Names();
        }
    }

    [Fact]
    public async Task Only_exceptions_wear_a_badge()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        app.Inbox.Answer = mail => mail.To.Mailboxes.Single().Address == Cast.Bernd.Email ? new Delivery(DeliveryOutcome.Refused, "550") : new Delivery(DeliveryOutcome.Accepted, "250");
        await app.DeliverMailAsync();
        app.Clock.SetUtcNow(Desk.PastDeadline);
        var desk = await app.SignInAsync(Cast.Organizer);
        await desk.TakeInAsync(Cast.Dilan, knowingly: true);
        var rows = (await desk.OpenAsync(Desk.Path)).Document.QuerySelectorAll("tbody tr").Select(Page.Words).ToList();
        Assert.Contains("E-Mail prüfen", rows[0], StringComparison.Ordinal);
        Assert.Contains("Nachträglich", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("Angemeldet", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_with_two_names_gets_a_hint_at_both()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Canan with { Email = Cast.Anna.Email.ToUpperInvariant() });
        await app.RegisterAsync(Cast.Bernd);
        var page = await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.Path);
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(Page.Words).ToList();
        const string hint = "Diese E-Mail-Adresse hat mehrere Anmeldungen";
        Assert.DoesNotContain(hint, rows[0], StringComparison.Ordinal);
        Assert.Contains(hint, rows[1], StringComparison.Ordinal);
        Assert.Contains(hint, rows[2], StringComparison.Ordinal);
        var anna = await page.FollowAsync("Öztürk, Anna");
        Assert.Contains("Gleiche E-Mail Canan Öztürk", anna.Text, StringComparison.Ordinal);
    }
}
