using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

public class EditTests
{
    [Fact]
    public async Task The_organizer_sets_limits_and_the_deadline()
    {
        await using var app = new TestApp();
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);
        Assert.Equal("2022-11-04", page.ValueOf("Anmeldeschluss"));

        page = await Forms.SubmitAsync(page, Values("80", "20", "2022-11-06"), "Speichern");

        Assert.Contains("Die Änderungen sind gespeichert.", page.Text, StringComparison.Ordinal);
        var ev = await app.EventAsync();
        Assert.Equal((80, 20, BerlinTime.EndOfDay(new DateOnly(2022, 11, 6))), (ev.Seats, ev.ChildcareSeats, ev.DeadlineBound));
        var entry = Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventEdited));
        Assert.Equal(("Karin Probe", "Anmeldeschluss, Plätze, Plätze in der Kinderbetreuung"), (entry.By, entry.Fields));
    }

    [Fact]
    public async Task Empty_fields_lift_the_limits()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (80, 20));

        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), Values("", " ", "04.11.2022"), "Speichern");

        var ev = await app.EventAsync();
        Assert.Equal((null, null, new DateOnly(2022, 11, 4)), (ev.Seats, ev.ChildcareSeats, ev.DeadlineDay));
        Assert.Equal("Plätze, Plätze in der Kinderbetreuung", Assert.Single(await Rooms.AuditAsync(app, AuditAct.EventEdited)).Fields);
    }

    [Fact]
    public async Task Saving_without_a_change_leaves_no_trace()
    {
        await using var app = new TestApp();

        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), "Speichern");

        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.EventEdited));
    }

    [Theory]
    [InlineData("viele", "", "2022-11-04", "Plätze", "ganze Zahl")]
    [InlineData("-1", "", "2022-11-04", "Plätze", "ganze Zahl")]
    [InlineData("100000", "", "2022-11-04", "Plätze", "ganze Zahl")]
    [InlineData("80", "1,5", "2022-11-04", "Plätze in der Kinderbetreuung", "ganze Zahl")]
    [InlineData("80", "20", "", "Anmeldeschluss", "als Datum")]
    [InlineData("80", "20", "0022-11-04", "Anmeldeschluss", "als Datum")]
    [InlineData("80", "20", "2022-11-31", "Anmeldeschluss", "als Datum")]
    [InlineData("80", "20", "2022-11-12", "Anmeldeschluss", "spätestens den 11.11.2022")]
    [InlineData("80", "20", "2199-12-31", "Anmeldeschluss", "spätestens den 11.11.2022")]
    [InlineData("80", "20", "9999-12-31", "Anmeldeschluss", "als Datum")]
    public async Task What_does_not_fit_is_explained_at_the_field_and_nothing_is_lost(string seats, string childcare, string deadline, string field, string sentence)
    {
        await using var app = new TestApp();

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), Values(seats, childcare, deadline), "Speichern");

        Assert.StartsWith("Fehler: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(sentence, page.ErrorAt(field), StringComparison.Ordinal);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((seats, childcare), (page.ValueOf("Plätze"), page.ValueOf("Plätze in der Kinderbetreuung")));
        Assert.Null((await app.EventAsync()).Seats);
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.EventEdited));
    }

    [Fact]
    public async Task The_day_of_the_event_may_be_the_last_one()
    {
        await using var app = new TestApp();

        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), Values("", "", "2022-11-11"), "Speichern");

        Assert.Equal(new DateOnly(2022, 11, 11), (await app.EventAsync()).DeadlineDay);
    }

    [Fact]
    public async Task Fewer_seats_than_taken_are_explained_and_nobody_is_turned_away()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 3);

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), Values("2", "", "2022-11-04"), "Speichern");

        Assert.Contains("Vergeben sind 2 mehr, als es Plätze gibt. Niemand wird abgemeldet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ausgebucht", page.Text, StringComparison.Ordinal);
        Assert.Equal((2, 4), ((await app.EventAsync()).Seats, (await app.EventAsync()).SeatsTaken));
    }

    [Fact]
    public async Task The_second_editor_sees_what_the_first_changed_and_loses_nothing()
    {
        await using var app = new TestApp();
        await app.AccountAsync(Second);
        var first = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);
        var second = await Rooms.OpenAsync(app, Second, Rooms.Edit);
        await Forms.SubmitAsync(first, Values("80", "", "2022-11-04"), "Speichern");

        second = await Forms.SubmitAsync(second, Values("", "", "2022-11-06"), "Speichern");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Karin Probe hat inzwischen etwas geändert.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Plätze: vorher keine Grenze, jetzt 80", second.Text, StringComparison.Ordinal);
        Assert.Equal(("80", "2022-11-06"), (second.ValueOf("Plätze"), second.ValueOf("Anmeldeschluss")));
        Assert.Equal(new DateOnly(2022, 11, 4), (await app.EventAsync()).DeadlineDay);

        second = await Forms.SubmitAsync(second, "Speichern");

        Assert.Equal(HttpStatusCode.OK, second.Status);
        var ev = await app.EventAsync();
        Assert.Equal((80, new DateOnly(2022, 11, 6)), (ev.Seats, ev.DeadlineDay));
        Assert.Equal(["Plätze", "Anmeldeschluss"], (await Rooms.AuditAsync(app, AuditAct.EventEdited)).Select(entry => entry.Fields));
    }

    [Fact]
    public async Task A_field_that_both_changed_keeps_what_the_second_typed_beside_what_is_stored()
    {
        await using var app = new TestApp();
        var second = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);
        await app.ChangeEventAsync(ev => ev.Seats = 60);

        second = await Forms.SubmitAsync(second, Values("90", "", "2022-11-04"), "Speichern");

        Assert.Contains("jetzt 60", second.Text, StringComparison.Ordinal);
        Assert.Equal("90", second.ValueOf("Plätze"));
        await Forms.SubmitAsync(second, "Speichern");
        Assert.Equal(90, (await app.EventAsync()).Seats);
    }

    [Fact]
    public async Task A_sign_up_in_between_does_not_bother_the_editor()
    {
        await using var app = new TestApp();
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);
        await app.RegisterAsync(Cast.Anna);

        page = await Forms.SubmitAsync(page, Values("80", "", "2022-11-04"), "Speichern");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(80, (await app.EventAsync()).Seats);
    }

    private static readonly Colleague Second = new("Zweite Probe", "zweite@netzwerk.test", Role.Organizer);

    private static Dictionary<string, string> Values(string seats, string childcare, string deadline) => new(StringComparer.Ordinal)
    {
        ["Plätze"] = seats,
        ["Plätze in der Kinderbetreuung"] = childcare,
        ["Anmeldeschluss"] = deadline,
    };
}
