using System.Net;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Events.Editing;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>The whole form; its limits and the deadline stand in <see cref="EditTests"/>.</summary>
public class EditorTests
{
    [Fact]
    public async Task Everything_that_is_said_of_an_event_can_be_changed()
    {
        await using var app = new TestApp();
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);

        await Forms.SubmitAsync(page, new Dictionary<string, string>
        {
            ["Titel"] = "Sommerfest: Wir feiern",
            ["Kurztitel"] = "Sommerfest",
            ["Tag"] = "2022-11-12",
            ["Beginn"] = "14.30",
            ["Ende"] = "18:00",
            ["Letzter Tag (wenn es nicht am selben Tag endet)"] = "2022-11-13",
            ["Ort"] = "Rathaus",
            ["Kurz gesagt"] = "Alle sind da.",
            ["Anmeldung öffnet am"] = "2022-10-25",
            ["Uhrzeit der Öffnung"] = "08:00",
            ["Kinder anmelden bis"] = "2022-11-02",
            ["Beschreibung"] = "Mit **Musik**.",
            ["Für wen"] = "Alle",
            ["Gastgeber"] = "Das Netzwerk",
            ["Kosten"] = "2 Euro",
            ["Ein Fest: Wimpel auf der Seite zeigen"] = Forms.Unticked,
            ["Anfahrt und Zugang"] = "Es gibt einen Aufzug.",
            ["Wer beantwortet Fragen?"] = "Karin Probe",
            ["E-Mail-Adresse für Fragen"] = "fragen@netzwerk.test",
            ["Telefonnummer für Fragen"] = "04471 150",
            ["Zwei Tage vorher per E-Mail erinnern"] = Forms.Unticked,
            ["Angaben zu Kindern löschen nach … Tagen"] = "3",
            ["Anmeldungen löschen nach … Tagen"] = "14",
        }, "Speichern");

        var ev = await app.EventAsync();
        Assert.Equal(new Meeting(new DateOnly(2022, 11, 12), new TimeOnly(14, 30), new TimeOnly(18, 0), "Rathaus", new DateOnly(2022, 11, 13)), ev.Meeting);
        Assert.Equal(("Sommerfest: Wir feiern", "Sommerfest", "Alle sind da.", "Mit **Musik**.", "Alle", "Das Netzwerk"), (ev.Title, ev.ShortTitle, ev.Lead, ev.Description, ev.Audience, ev.Host));
        Assert.Equal(("2 Euro", false, "Es gibt einen Aufzug.", "Karin Probe", "fragen@netzwerk.test", "04471 150"), (ev.Price, ev.IsFestive, ev.AccessNotes, ev.ContactName, ev.ContactEmail, ev.ContactPhone));
        Assert.Equal((BerlinTime.ToUtc(new DateOnly(2022, 10, 25), new TimeOnly(8, 0)), new DateOnly(2022, 11, 2), false, 3, 14), (ev.OpensAt, ev.ChildcareDay, ev.Reminds, ev.ChildrenKeptDays, ev.RegistrationsKeptDays));
        Assert.Equal(2, ev.Sequence);
        Assert.Equal(3, ev.Programme.Count);
        app.Clock.Advance(TimeSpan.FromDays(2));
        var shown = await app.OpenAsync("/veranstaltungen/" + TestApp.Anniversary);
        Assert.All((string[])["Mit Musik.", "Anfahrt und Zugang", "Es gibt einen Aufzug.", "04471 150", $"Das geht bis {BerlinTime.DayAndMonth(new DateOnly(2022, 11, 2))}."], words => Assert.Contains(words, shown.Text, StringComparison.Ordinal));
        Assert.Equal("Musik", shown.Document.QuerySelector("main strong:not(.nw-deadline strong)")!.TextContent);
    }

    [Theory]
    [InlineData("Titel", "", "einen Titel")]
    [InlineData("Kurztitel", "", "einen Kurztitel")]
    [InlineData("Tag", "31.02.2023", "als Datum")]
    [InlineData("Beginn", "25:00", "als Uhrzeit")]
    [InlineData("Ende", "14:00", "nach dem Beginn")]
    [InlineData("Ort", " ", "den Ort")]
    [InlineData("Kinder anmelden bis", "2022-11-05", "nur früher")]
    [InlineData("Anmeldung öffnet am", "2022-11-05", "nach dem Anmeldeschluss")]
    [InlineData("Uhrzeit der Öffnung", "08:00", "fehlt der Tag", "Anmeldung öffnet am")]
    [InlineData("E-Mail-Adresse für Fragen", "karin", "vollständig")]
    [InlineData("Telefonnummer für Fragen", "nachmittags", "nur Ziffern")]
    [InlineData("Angaben zu Kindern löschen nach … Tagen", "31", "höchstens so viele")]
    [InlineData("Anmeldungen löschen nach … Tagen", "181", "1 bis 180")]
    [InlineData("Beschreibung", "unlesbar \uFFFD", "nicht lesbar angekommen")]
    [InlineData("Beschreibung", "Siehe [Plan](http://plan.example) und http://plan.example", "wird „[Plan](http://plan.example)“, „http://plan.example“ kein Link")]
    [InlineData("Anfahrt und Zugang", "Siehe [Plan](Rückseite)", "wird „[Plan](Rückseite)“ kein Link")]
    public async Task What_does_not_fit_is_said_where_it_stands_in_an_open_group(string field, string value, string sentence, string? at = null)
    {
        await using var app = new TestApp();

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), new Dictionary<string, string> { [field] = value }, "Speichern");

        Assert.Contains(sentence, page.ErrorAt(at ?? field), StringComparison.Ordinal);
        Assert.Equal(value.Trim(), page.ValueOf(field)!.Trim());
        Assert.All(page.Document.QuerySelectorAll("details:has(.kern-error)"), group => Assert.True(group.HasAttribute("open")));
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.EventEdited));
    }

    [Theory]
    [InlineData("Beginn", "02:30", "2023-03-26", "02:30\u00A0Uhr gibt es am")]
    [InlineData("Beginn", "02:30", "2022-10-30", null)]
    [InlineData("Beginn", "03:00", "2023-03-26", null)]
    public async Task A_time_that_no_clock_shows_that_night_is_refused_in_a_sentence(string field, string time, string day, string? sentence)
    {
        await using var app = new TestApp();

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), new Dictionary<string, string> { ["Tag"] = day, ["Anmeldeschluss"] = "2022-10-25", [field] = time, ["Ende"] = "16:30" }, "Speichern");

        if (sentence is null) Assert.Empty(page.Errors);
        else Assert.StartsWith(sentence, page.ErrorAt(field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_of_the_programme_are_added_moved_and_removed_without_losing_anything()
    {
        await using var app = new TestApp();
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);

        page = await Forms.SubmitAsync(page, new Dictionary<string, string> { ["Titel"] = "Getippt" }, "Programmpunkt hinzufügen");
        page = await Forms.SubmitAsync(page, new Dictionary<string, string> { ["Punkt 4 > Überschrift"] = "Kuchen", ["Punkt 4 > Hervorheben"] = Forms.Ticked }, "Nach oben: Punkt 4");
        page = await Forms.SubmitAsync(page, "Entfernen: Punkt 1");
        page = await Forms.SubmitAsync(page, "Nach unten: Punkt 1");

        Assert.Equal("Getippt", page.ValueOf("Titel"));
        Assert.NotNull(page.Document.QuerySelector("details[open] [autofocus]"));
        await Forms.SubmitAsync(page, "Speichern");
        var ev = await app.EventAsync();
        Assert.Equal(["Kuchen", "Ihre Herausforderungen, Ihre Wünsche", "Besonders: die „Bunten Frauen Visbek“"], ev.Programme.Select(item => item.Title));
        Assert.True(ev.Programme[0].IsHighlight);
        Assert.Equal("Titel, Programm", Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventEdited)).Fields);
    }

    [Fact]
    public async Task An_emptied_programme_leaves_the_event_s_page_with_the_next_request()
    {
        await using var app = new TestApp();
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);
        var points = (await app.EventAsync()).Programme;
        Assert.Contains(points[0].Title, (await app.OpenAsync("/veranstaltungen/" + TestApp.Anniversary)).Text, StringComparison.Ordinal);

        foreach (var _ in points) page = await Forms.SubmitAsync(page, "Entfernen: Punkt 1");
        await Forms.SubmitAsync(page, "Speichern");

        Assert.Empty((await app.EventAsync()).Programme);
        Assert.DoesNotContain(points[0].Title, (await app.OpenAsync("/veranstaltungen/" + TestApp.Anniversary)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_is_watched_for_a_second_editor()
    {
        await using var app = new TestApp();
        var second = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);
        var other = new Colleague("Zweite Probe", "zweite@netzwerk.test", Role.Organizer);
        await Forms.SubmitAsync(await Rooms.OpenAsync(app, other, Rooms.Edit), new Dictionary<string, string>
        {
            ["Ort"] = "Rathaus",
            ["Beschreibung"] = "Zwei\nZeilen",
            ["Punkt 1 > Überschrift"] = "Anders",
            ["Zwei Tage vorher per E-Mail erinnern"] = Forms.Unticked,
        }, "Speichern");

        second = await Forms.SubmitAsync(second, new Dictionary<string, string> { ["Titel"] = "Meiner", ["Ort"] = "Bahnhof" }, "Speichern");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        foreach (var sentence in (string[])["Zweite Probe hat inzwischen", "Ort: vorher Kreishaus Cloppenburg, jetzt Rathaus", "Beschreibung: vorher leer, jetzt Zwei Zeilen", "Zwei Tage vorher per E-Mail erinnern: vorher ja, jetzt nein", "Programm: vorher Die Ziele"])
            Assert.Contains(sentence, second.Text, StringComparison.Ordinal);
        Assert.Equal(("Meiner", "Bahnhof", "Anders", Forms.Unticked), (second.ValueOf("Titel"), second.ValueOf("Ort"), second.ValueOf("Punkt 1 > Überschrift"), second.ValueOf("Zwei Tage vorher per E-Mail erinnern")));

        await Forms.SubmitAsync(second, "Speichern");
        var ev = await app.EventAsync();
        Assert.Equal(("Meiner", "Bahnhof", "Zwei\nZeilen", false, "Anders"), (ev.Title, ev.Place, ev.Description, ev.Reminds, ev.Programme[0].Title));
    }

    [Fact]
    public async Task A_broken_memory_of_what_was_seen_costs_only_a_second_look()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), new Dictionary<string, string> { ["Titel"] = "Meiner" }, "Speichern");

        foreach (var seen in (string[])["", "{", "null", "[]", "{\"Programme\":null,\"Title\":\"x\"}"])
            Assert.Equal(HttpStatusCode.Conflict, (await form.With("seen", seen).SendAsync()).Status);
    }

    [Fact]
    public void The_table_of_fields_holds_every_field_of_the_form() => Assert.Equal(
        typeof(EventForm).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal), EventField.All.Select(field => field.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_preview_shows_what_is_typed_and_stores_nothing()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);

        var fresh = await Forms.SubmitAsync(await desk.OpenAsync(Drafts.New), new Dictionary<string, string> { ["Titel"] = "Noch im Kopf" }, "Vorschau in neuem Fenster");
        var edited = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Edit), new Dictionary<string, string> { ["Titel"] = "Ganz anders", ["Ort"] = "Rathaus", ["Tag"] = "übermorgen" }, "Vorschau in neuem Fenster");

        Assert.Equal("Noch im Kopf", fresh.Heading);
        Assert.Contains("Geben Sie einen Kurztitel ein", fresh.Text, StringComparison.Ordinal);
        Assert.Contains("Gespeichert ist noch nichts.", edited.Text, StringComparison.Ordinal);
        Assert.Equal("Ganz anders", edited.Heading);
        Assert.Contains(BerlinTime.LongDate(new DateOnly(2022, 11, 11)), edited.Text, StringComparison.Ordinal);
        Assert.Contains("Geben Sie den Tag als Datum ein", edited.Text, StringComparison.Ordinal);
        Assert.Equal("Kreishaus Cloppenburg", (await app.EventAsync()).Place);
        Assert.Equal(1, await app.DbAsync(db => Task.FromResult(db.Events.Count())));
    }

    [Fact]
    public async Task No_childcare_any_more_is_explained_and_keeps_who_is_in()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, false));

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), new Dictionary<string, string> { ["Kinderbetreuung anbieten"] = Forms.Unticked }, "Speichern");

        Assert.Contains("1 Kind ist schon für die Betreuung angemeldet und bleibt es", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await app.EventAsync()).ChildcareTaken);
    }
}
