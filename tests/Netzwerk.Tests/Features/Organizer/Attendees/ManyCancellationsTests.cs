using System.Net;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Security;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

/// <summary>What staff do after somebody has flooded an event.</summary>
public sealed class ManyCancellationsTests
{
    private const string Selection = Desk.Path + "/abmelden";

    [Fact]
    public async Task Staff_see_a_rush_select_its_registrations_and_cancel_them_with_a_mail_each()
    {
        await using var app = new TestApp(("Limits:SignUpsPerNetworkAndHour", "20"));
        var anna = await app.RegisterAsync(Cast.Anna);
        app.Clock.Advance(TimeSpan.FromHours(2));
        var staff = await app.SignInAsync(Cast.Staff);
        Assert.DoesNotContain("Ungewöhnlich viele", (await staff.OpenAsync(Rooms.Event)).Text, StringComparison.Ordinal);
        for (var i = 0; i < 16; i++) await app.SignUpAsync(new Parent($"Nr{i}", "Viele", $"nr{i}@example.org", null), app.Browser(from: "203.0.113.7"));
        await app.DeliverMailAsync();

        foreach (var path in (string[])[Rooms.Event, Desk.Path])
        {
            var seen = await staff.OpenAsync(path);
            Assert.Contains("In der letzten Stunde kamen 16 Anmeldungen. Von einem einzigen Internet-Anschluss kamen 16.", seen.Text, StringComparison.Ordinal);
        }
        var all = await (await (await staff.OpenAsync(Desk.Path)).FollowAsync("Mehrere auf einmal abmelden")).FollowAsync("Alle auf dieser Seite auswählen");
        Assert.Equal(17, all.Document.QuerySelectorAll("input[name=auswahl][checked]").Length);
        var ask = await Forms.Fill(all, new Dictionary<string, string>(StringComparer.Ordinal), "Ausgewählte abmelden …").WithoutValue("auswahl", anna.Id.ToString()).SendAsync();
        Assert.Equal("16 Familien abmelden?", ask.Heading);
        Assert.Equal(17, (await app.EventAsync()).SeatsTaken);

        var done = await Forms.SubmitAsync(ask, "Ja, alle abmelden");

        Assert.Contains("16 Familien sind abgemeldet.", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await app.EventAsync()).SeatsTaken);
        Assert.Equal(anna.Id, Assert.Single(await app.RegistrationsAsync(), registration => registration.IsActive).Id);
        Assert.Equal(16, await app.MailsOfKindAsync(MailKind.Cancelled));
        var one = (await app.RegistrationsAsync()).First(registration => !registration.IsActive);
        Assert.Equal((AuditAct.CancelledByStaff, Cast.Staff.Name), ((await app.AuditOfAsync(one.Id))[^1].Act, (await app.AuditOfAsync(one.Id))[^1].By));
    }

    [Fact]
    public async Task Sent_twice_it_cancels_once_and_registrations_of_another_event_are_not_found()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.RegisterAsync(Cast.Bernd);
        var staff = await app.SignInAsync(Cast.Staff);
        var form = Forms.Fill(await staff.OpenAsync($"{Selection}/fragen?auswahl={anna.Id}"), new Dictionary<string, string>(StringComparer.Ordinal), "Ja, abmelden");

        await form.SendAsync();
        Assert.Contains("Es hat sich nichts geändert.", (await form.SendAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.MailsOfKindAsync(MailKind.Cancelled));
        Assert.Equal(HttpStatusCode.NotFound, (await form.With("auswahl", Guid.CreateVersion7().ToString()).SendAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"{Selection}/fragen?auswahl={Guid.CreateVersion7()}")).Status);
        Assert.Equal("Mehrere Familien abmelden", (await staff.OpenAsync($"{Selection}/fragen")).Heading);
    }

    [Fact]
    public async Task When_the_event_has_begun_nobody_is_cancelled()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var staff = await app.SignInAsync(Cast.Staff);
        var form = Forms.Fill(await staff.OpenAsync($"{Selection}/fragen?auswahl={anna.Id}"), new Dictionary<string, string>(StringComparer.Ordinal), "Ja, abmelden");
        app.Clock.SetUtcNow(Desk.Started);

        await form.SendAsync();

        Assert.True((await app.RegistrationsAsync()).Single().IsActive);
        Assert.Contains("bis zum Beginn", (await staff.OpenAsync(Selection)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_of_another_event_among_them_is_neither_shown_nor_cancelled_and_the_rest_stays()
    {
        await using var app = new TestApp();
        var (foreign, own) = (await EventContents.CanaryAsync(app), await app.RegisterAsync(Cast.Anna));
        var there = foreign.IdFor("/verwaltung/veranstaltungen/{slug}/anmeldungen/{id:guid}").ToString();
        var before = await foreign.FingerprintAsync(app);
        // For all events: the ids alone must belong to the event of the address.
        var staff = await app.SignInAsync(Cast.Staff);
        var ask = await staff.OpenAsync($"{Selection}/fragen?auswahl={own.Id}&auswahl={there}");
        Assert.Equal("Familie abmelden?", ask.Heading);
        Assert.DoesNotContain(there, ask.Html, StringComparison.Ordinal);
        var form = Forms.Fill(ask, new Dictionary<string, string>(StringComparer.Ordinal), "Ja, abmelden");

        foreach (var spelling in (string[])[there, there.ToUpperInvariant(), $"{{{there}}}"])
        {
            foreach (var entries in (KeyValuePair<string, string>[][])[[.. form.Entries, new("auswahl", spelling)], [new("auswahl", spelling), .. form.Entries], [.. form.Entries, new("auswahl[7]", spelling), new("auswahl", spelling)]])
                Assert.Equal(HttpStatusCode.NotFound, (await (form with { Entries = entries }).SendAsync()).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await form.With("auswahl", there).SendAsync()).Status);

        Assert.Equal(before, await foreign.FingerprintAsync(app));
        Assert.True((await app.RegistrationsAsync()).Single(registration => registration.Id == own.Id).IsActive);
        Assert.Contains("Die Familie ist abgemeldet.", (await form.SendAsync()).Text, StringComparison.Ordinal);
    }
}
