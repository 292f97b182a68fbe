using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Lists;

public class SheetTests
{
    private static readonly ChildInCare Mia = new("Mia", 1, true);
    private static readonly ChildInCare Arif = new("Arif", 7, false);

    [Fact]
    public async Task The_attendee_list_can_go_around_the_room()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 2, Mia);
        await app.RegisterAsync(Cast.Bernd);

        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.AttendeeSheet);

        Assert.Equal("Teilnehmerliste: Jubiläumsfeier", page.Heading);
        Assert.Equal(["1|Müller-Voß|Bernd||", "2|Öztürk|Anna|2|", "3||||", "4||||", "5||||", "6||||", "7||||"], Rows(page));
        Assert.Contains("Vertraulich, vernichten bis 11.12.2022.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2\u00A0Anmeldungen, 4\u00A0Erwachsene", page.Text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Mia", anna.Reference, Cast.Anna.Email, "3920012", "Kind" }) Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        Assert.Equal("Karin Probe", Assert.Single(await Rooms.AuditAsync(app, AuditAct.ListPrinted)).By);
    }

    [Fact]
    public async Task Who_cancelled_or_was_erased_is_not_called_up()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var bernd = await app.RegisterAsync(Cast.Bernd);
        await app.DbAsync(async db =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            (await db.Registrations.SingleAsync(registration => registration.Id == anna.Id)).Cancel(await db.Events.SingleAsync(), now);
            (await db.Registrations.SingleAsync(registration => registration.Id == bernd.Id)).Erase(now);
            return await db.SaveChangesAsync();
        });

        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.AttendeeSheet);

        Assert.Equal(["1||||", "2||||", "3||||", "4||||", "5||||"], Rows(page));
        Assert.Contains("1\u00A0Anmeldung, 1\u00A0erwachsene Person (1 ohne Namen, weil gelöscht)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_childcare_sheet_is_for_carers_and_each_look_is_written_down()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, Mia, Arif);

        var page = await Rooms.OpenAsync(app, Cast.Carer, Rooms.ChildrenSheet);

        Assert.Equal(["Arif|7|Anna Öztürk|0171 3920012||||||", "Mia|1|Anna Öztürk|0171 3920012|Anruf gewünscht|||||", .. Enumerable.Repeat("|||||||||", 3)], Rows(page));
        Assert.Contains("2\u00A0Kinder, 2\u00A0Betreuende nötig", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vertraulich, vernichten bis 18.11.2022.", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Header("Cache-Control"));
        var entry = Assert.Single(await Rooms.AuditAsync(app, AuditAct.ChildrenListed));
        Assert.Equal("Clara Probe", entry.By);
        Assert.DoesNotContain("Mia", entry.Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_was_made_leaves_a_hint_on_the_childcare_sheet()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 0, Mia, Arif);
        var desk = await app.SignInAsync(Cast.Organizer);

        var done = await Forms.SubmitAsync(await desk.OpenAsync($"{Rooms.Event}/anmeldungen/{anna.Id}"), "Als erledigt eintragen");

        Assert.Contains("„Absprache: bitte nachfragen“", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Arif|7|Anna Öztürk|0171 3920012||||||", "Mia|1|Anna Öztürk|0171 3920012|Absprache: bitte nachfragen|||||"], Rows(await Rooms.OpenAsync(app, Cast.Carer, Rooms.ChildrenSheet)).Take(2));
    }

    [Theory]
    [InlineData(Rooms.AttendeeSheet)]
    [InlineData(Rooms.Csv)]
    public async Task A_look_changes_nothing_of_the_event_and_leaves_the_cached_pages_alone(string path)
    {
        await using var app = new TestApp();
        var organizer = await app.SignInAsync(Cast.Organizer);
        var (revision, changes) = ((await app.EventAsync()).Revision, app.Services.GetRequiredService<EventChanges>().Count);

        await organizer.OpenAsync(path);

        Assert.Equal((revision, changes), ((await app.EventAsync()).Revision, app.Services.GetRequiredService<EventChanges>().Count));
    }

    [Fact]
    public async Task Asking_for_the_headers_only_is_no_look()
    {
        await using var app = new TestApp();
        var organizer = await app.SignInAsync(Cast.Organizer);
        using var request = new HttpRequestMessage(HttpMethod.Head, Rooms.AttendeeSheet);

        Assert.False((await organizer.SendAsync(request)).IsSuccessStatusCode);

        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.ListPrinted));
    }

    [Fact]
    public async Task The_room_leads_to_sheets_and_files()
    {
        await using var app = new TestApp();

        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Lists);

        Assert.Equal([Rooms.AttendeeSheet, Rooms.ChildrenSheet, Rooms.Xlsx, Rooms.Csv], page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Contains("bis Freitag, 18.\u00A0November\u00A02022", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A browser repeats the head of a table on each sheet of paper.</summary>
    [Theory]
    [InlineData(Rooms.AttendeeSheet, "Teilnehmerliste: Jubiläumsfeier, Fr., 11.11.2022")]
    [InlineData(Rooms.ChildrenSheet, "Betreuungsliste: Jubiläumsfeier, Fr., 11.11.2022")]
    public async Task Each_printed_page_says_what_it_is(string path, string title)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, Mia);

        var page = await Rooms.OpenAsync(app, Cast.Organizer, path);

        var head = page.Document.QuerySelectorAll("main table thead tr");
        Assert.Equal(2, head.Length);
        Assert.Equal(title, Page.Words(head[0]));
        Assert.Equal(head[1].ChildElementCount, int.Parse(head[0].QuerySelector("th")!.GetAttribute("colspan")!, System.Globalization.CultureInfo.InvariantCulture));
        var css = await (await app.OpenAsync("/")).Client.GetStringAsync(page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
        Assert.Contains("thead{display:table-header-group}", css, StringComparison.Ordinal);
        Assert.Contains(".nw-print-title{display:table-row}", css, StringComparison.Ordinal);
    }

    private static List<string> Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(Page.Words)))];
}
