using System.Net;
using System.Text.Json;
using Ical.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Events;

public class EventPageTests
{
    private const string Path = "/veranstaltungen/jubilaeum-2022";
    private static readonly DateTimeOffset Bound = new(2022, 11, 5, 0, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task The_page_says_at_once_what_when_where_for_whom_and_until_when()
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync(Path);

        Assert.Equal("Jubiläumsfeier: 11 Jahre Netzwerk „Wirksame Hilfen für Alleinerziehende“", page.Heading);
        foreach (var said in new[]
        {
            "Freitag, 11.\u00A0November\u00A02022", "15:00–16:30\u00A0Uhr", "Kreishaus Cloppenburg", "Alleinerziehende Mütter und Väter",
            "noch 11 Tage, bis Freitag, 4.\u00A0November", "Ja, auf Wunsch", "Bunten Frauen Visbek", "kl.holthaus@lkclp.de",
        })
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".kern-btn--primary"));
    }

    [Theory]
    [InlineData(-1, "nur noch heute")]
    [InlineData(0, "Anmelden konnte man sich bis Freitag, 4.\u00A0November\u00A02022. Seit Samstag, 5.\u00A0November nehmen wir hier nichts mehr an.")]
    public async Task The_box_changes_with_the_millisecond_of_the_deadline(int milliseconds, string said)
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound.AddMilliseconds(milliseconds));

        var page = await app.OpenAsync(Path);

        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(milliseconds < 0, page.Document.QuerySelector("main .kern-btn--primary") is not null);
    }

    [Fact]
    public async Task Whatever_staff_decide_shows_with_the_next_request()
    {
        await using var app = new TestApp();
        Assert.Contains("Zur Anmeldung", (await app.OpenAsync(Path)).Text, StringComparison.Ordinal);

        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Closed, "Stefan", new DateTime(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc)));
        Assert.Contains("Seit Montag, 24.\u00A0Oktober nehmen wir hier keine Anmeldungen an.", (await app.OpenAsync(Path)).Text, StringComparison.Ordinal);

        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Open, "Stefan", new DateTime(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc)));
        Assert.Contains("Zur Anmeldung", (await app.OpenAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_by_hand_after_the_deadline_it_says_so()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound.AddDays(1));
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Open, "Stefan", Bound.UtcDateTime.AddDays(1)));

        var page = await app.OpenAsync(Path);

        Assert.Contains("noch offen, auch nach dem Anmeldeschluss am Freitag, 4.\u00A0November", page.Text, StringComparison.Ordinal);
        Assert.Contains("Zur Anmeldung", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(100, "Plätze frei")]
    [InlineData(4, "nur noch wenige Plätze")]
    [InlineData(1, "Die Veranstaltung am Freitag, 11.\u00A0November\u00A02022 ist ausgebucht.")]
    public async Task Seats_are_shown_in_coarse_words(int? seats, string? said)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Bernd);
        await app.ChangeEventAsync(ev => ev.Seats = seats);

        var page = await app.OpenAsync(Path);

        if (said is null) Assert.DoesNotContain("Plätze", page.Text, StringComparison.Ordinal);
        else Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_childcare_place_taken_shows_with_the_next_request()
    {
        const string full = "Dort ist kein Platz mehr frei.";
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.ChildcareSeats = 1);
        Assert.DoesNotContain(full, (await app.OpenAsync(Path)).Text, StringComparison.Ordinal);

        await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, false));

        Assert.Contains(full, (await app.OpenAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_celebration_wears_pennants()
    {
        await using var app = new TestApp();
        var pennants = (await app.OpenAsync(Path)).Document.QuerySelectorAll(".nw-band path").Length;

        await app.ChangeEventAsync(ev => ev.IsFestive = false);

        Assert.True((await app.OpenAsync(Path)).Document.QuerySelectorAll(".nw-band path").Length <= pennants - 11);
    }

    [Fact]
    public async Task The_calendar_file_follows_the_contract()
    {
        await using var app = new TestApp();

        var file = await app.OpenAsync(Path + ".ics");

        foreach (var line in new[]
        {
            "METHOD:PUBLISH", "UID:jubilaeum-2022@netzwerk.test", "SEQUENCE:0", "STATUS:CONFIRMED", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
            "DTSTART;TZID=Europe/Berlin:20221111T150000", "DTEND;TZID=Europe/Berlin:20221111T163000", "TZOFFSETTO:+0100",
        })
            Assert.Contains(line + "\r\n", file.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", file.Html, StringComparison.Ordinal);
        // PUBLISH demands an organiser (RFC 5546, section 3.2.1).
        var organizer = Assert.Single(Calendar.Load(file.Html)!.Events).Organizer!;
        Assert.Equal(((await app.EventAsync()).ContactName, "mailto:kl.holthaus@lkclp.de"), (organizer.CommonName, organizer.Value!.OriginalString));
    }

    [Fact]
    public async Task The_calendar_file_of_a_cancelled_event_is_offered_as_a_cancellation_and_of_a_past_one_not_at_all()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Cancel(app.Clock.GetUtcNow().UtcDateTime, null));

        var cancelled = await app.OpenAsync(Path);
        app.Clock.Advance(TimeSpan.FromDays(30));

        Assert.DoesNotContain("Termin speichern", cancelled.Text, StringComparison.Ordinal);
        var entry = Assert.Single(Calendar.Load((await cancelled.FollowAsync("Absage speichern (ICS-Datei)")).Html)!.Events);
        Assert.Equal(("CANCELLED", 1), (entry.Status, entry.Sequence));
        Assert.Empty((await app.OpenAsync(Path)).Document.QuerySelectorAll("a[href$='.ics']"));
    }

    [Fact]
    public async Task Search_engines_and_messengers_find_what_they_read()
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync(Path);

        using var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("Event", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("2022-11-11T15:00:00+01:00", data.RootElement.GetProperty("startDate").GetString());
        Assert.Equal("Kreishaus Cloppenburg", data.RootElement.GetProperty("location").GetProperty("name").GetString());
        Assert.Equal(TestApp.BaseUrl + Path, page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(TestApp.BaseUrl + Path, page.Document.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/veranstaltungen/gibt-es-nicht")]
    [InlineData("/veranstaltungen/gibt-es-nicht.ics")]
    [InlineData("/veranstaltungen/gibt-es-nicht/anmeldung")]
    public async Task An_unknown_event_is_a_friendly_404(string path)
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    [Fact]
    public async Task Production_takes_no_sign_ups_before_the_legal_texts_are_there()
    {
        await using var app = new TestApp(("Legal:Operator", ""));

        var page = await app.OpenAsync(Path);
        var form = await app.OpenAsync(Path + "/anmeldung");

        Assert.Contains("Die Anmeldung öffnet hier bald.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, form.Status);
        Assert.Equal("Die Anmeldung öffnet bald", form.Heading);
    }
}
