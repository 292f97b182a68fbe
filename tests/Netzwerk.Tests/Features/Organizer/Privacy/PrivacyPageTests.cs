using Netzwerk.Domain;
using Netzwerk.Tests.Features.Organizer.Attendees;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Privacy;

public sealed class PrivacyPageTests
{
    private const string Path = "/verwaltung/datenschutz";
    private static readonly DateTimeOffset Over = new(2022, 12, 12, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task It_says_what_will_go_when()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, true));
        await app.RegisterAsync(Cast.Bernd);
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Path);

        Assert.Contains("Angaben zu Kindernam Fr.,\u00A018.\u00A0November\u00A02022. Jetzt: 1 Familie", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anmeldungenam So.,\u00A011.\u00A0Dezember\u00A02022. Jetzt: 2 Familien", page.Text, StringComparison.Ordinal);
        Assert.Contains("In den letzten drei Monaten nichts.", page.Text, StringComparison.Ordinal);
        var overview = await page.Client.OpenAsync(Rooms.Event);
        Assert.Contains("Fr.,\u00A018.\u00A0November: Angaben zu Kindern werden gelöscht", overview.Text, StringComparison.Ordinal);
        Assert.Contains("So.,\u00A011.\u00A0Dezember: Anmeldungen werden gelöscht", overview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_now_erases_what_is_due_and_says_how_much_without_names_and_small_numbers()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 3, new ChildInCare("Mia", 4, true));
        await app.RegisterAsync(Cast.Bernd);
        var desk = await app.SignInAsync(Cast.Organizer);
        Assert.Contains("Es war nichts zu löschen", (await Forms.SubmitAsync(await desk.OpenAsync(Path), "Jetzt prüfen")).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(Over);
        desk = await app.SignInAsync(Cast.Organizer);
        var page = await Forms.SubmitAsync(await desk.OpenAsync(Path), "Jetzt prüfen");

        Assert.Contains("Geprüft und gelöscht.", page.Text, StringComparison.Ordinal);
        Assert.Contains("weniger als 5 Anmeldungen", page.Text, StringComparison.Ordinal);
        Assert.Contains("gelöscht am Mo.,\u00A012.\u00A0Dezember\u00A02022", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Öztürk", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_family_that_was_erased_by_hand_is_told_as_a_small_number()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var desk = await app.SignInAsync(Cast.Organizer);
        await Forms.SubmitAsync(await desk.OpenAsync($"{Desk.Path}/{anna.Id}/loeschen"), new Dictionary<string, string>(), "Ja, endgültig löschen");

        var page = await desk.OpenAsync(Path);

        Assert.Contains("weniger als 5 Anmeldungen, von der Organisation", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stays_shows_no_number_below_five_and_no_family_as_a_row()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 4, new ChildInCare("Mia", 4, true));
        await app.RegisterAsync(Cast.Bernd);
        app.Clock.SetUtcNow(Over);
        var desk = await app.SignInAsync(Cast.Organizer);
        await Forms.SubmitAsync(await desk.OpenAsync(Path), "Jetzt prüfen");

        var overview = await desk.OpenAsync(Rooms.Event);
        var tiles = overview.Document.QuerySelectorAll(".nw-tiles dd").Select(AngleSharp.Dom.NodeExtensions.Text).Select(text => text.Trim()).ToList();
        Assert.Equal(["weniger als 5", "6", "weniger als 5", "7"], tiles);
        var edit = await desk.OpenAsync(Rooms.Edit);
        Assert.Contains("Vergeben sind 7.", edit.Text, StringComparison.Ordinal);
        Assert.Contains("Vergeben sind weniger als 5.", edit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 Kind ist", edit.Text, StringComparison.Ordinal);
        var list = await desk.OpenAsync(Desk.Path);
        Assert.Contains("Die Anmeldungen sind gelöscht", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.Reference, list.Html, StringComparison.Ordinal);
        Assert.Single((await desk.GetStringAsync(Rooms.Csv)).TrimEnd().Split("\r\n"));
        Assert.Contains("Übersicht, weniger als 5 Anmeldungen", (await desk.OpenAsync("/verwaltung")).Text, StringComparison.Ordinal);
        edit = await Forms.SubmitAsync(edit, new Dictionary<string, string> { ["Kinderbetreuung anbieten"] = Forms.Unticked }, "Speichern");
        Assert.Contains("Die Änderungen sind gespeichert.", edit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 Kind ist", edit.Text, StringComparison.Ordinal);
    }
}
