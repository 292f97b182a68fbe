using System.Net;
using Ical.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Features.Home;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Events;

public sealed class FeedTests
{
    private const string Path = "/veranstaltungen.ics";

    [Fact]
    public async Task One_file_holds_all_public_events_of_the_last_year_and_after()
    {
        await using var app = new TestApp();
        var cancelled = ArchiveTests.On(new DateOnly(2023, 6, 1));
        (cancelled.CancelledAt, cancelled.Sequence) = (cancelled.DeadlineBound, 2);
        await ArchiveTests.AddAsync(app, cancelled, ArchiveTests.On(new DateOnly(2021, 10, 24)), ArchiveTests.On(new DateOnly(2020, 10, 23)));

        var file = await app.OpenAsync(Path);
        var calendar = Calendar.Load(file.Html)!;

        Assert.Equal("text/calendar; charset=utf-8", file.Header("Content-Type"));
        Assert.Equal(["fest-2021@netzwerk.test", "jubilaeum-2022@netzwerk.test", "fest-2023@netzwerk.test"], calendar.Events.Select(ev => ev.Uid));
        Assert.Equal(("CANCELLED", 2), (calendar.Events[2]!.Status, calendar.Events[2]!.Sequence));
        Assert.Equal(("CONFIRMED", 0), (calendar.Events[1]!.Status, calendar.Events[1]!.Sequence));
        Assert.Equal(new DateTime(2023, 6, 1, 13, 0, 0, DateTimeKind.Utc), calendar.Events[2]!.Start!.AsUtc);
        Assert.Equal("Europe/Berlin", Assert.Single(calendar.TimeZones).TzId);
        foreach (var line in (string[])["METHOD:PUBLISH", "X-WR-CALNAME:Netzwerk „Wirksame Hilfen für Alleinerziehende“", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"])
            Assert.Contains(line + "\r\n", file.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", file.Html, StringComparison.Ordinal);
        Assert.All(file.Html.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task The_start_page_subscribes_and_names_the_address_for_calendars_that_cannot()
    {
        await using var app = new TestApp();

        var page = await app.OpenAsync("/");

        var addresses = page.Document.QuerySelectorAll("main a[href$='/veranstaltungen.ics']").Select(link => (link.GetAttribute("href"), Page.Words(link))).ToList();
        Assert.Equal([("webcal://netzwerk.test/veranstaltungen.ics", "Alle Termine im Kalender abonnieren"), (Path, "https://netzwerk.test/veranstaltungen.ics")], addresses);
    }

    [Fact]
    public async Task Whoever_asks_again_hears_that_nothing_is_new_until_something_is()
    {
        await using var app = new TestApp();
        var first = await app.OpenAsync(Path);
        app.Clock.Advance(TimeSpan.FromHours(6));

        var (again, cached) = (await AskAgainAsync(app, first), await AskAgainAsync(app, first));
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified), (again.StatusCode, cached.StatusCode));
        Assert.Equal(first.Html, (await app.OpenAsync(Path)).Html);
        await app.ChangeEventAsync(ev => (ev.Place, ev.Sequence) = ("Rathaus", 1));
        var changed = await AskAgainAsync(app, first);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("LOCATION:Rathaus\r\n", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stamp_of_an_entry_is_the_moment_of_its_last_change()
    {
        await using var app = new TestApp();
        var ev = await app.EventAsync();
        await app.DbAsync(db =>
        {
            db.Add(new AuditEntry { At = new DateTime(2022, 10, 20, 8, 0, 0, DateTimeKind.Utc), Act = AuditAct.EventEdited, EventId = ev.Id });
            db.Add(new AuditEntry { At = new DateTime(2022, 10, 21, 8, 0, 0, DateTimeKind.Utc), Act = AuditAct.SignedUp, EventId = ev.Id });
            return db.SaveChangesAsync();
        });

        Assert.Contains("DTSTAMP:20221020T080000Z\r\n", (await app.OpenAsync(Path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_events_it_is_still_a_calendar()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.IsDraft = true);

        Assert.Empty(Calendar.Load((await app.OpenAsync(Path)).Html)!.Events);
    }

    private static async Task<HttpResponseMessage> AskAgainAsync(TestApp app, Page first)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Header("ETag"));
        return await app.Browser().SendAsync(request);
    }
}
