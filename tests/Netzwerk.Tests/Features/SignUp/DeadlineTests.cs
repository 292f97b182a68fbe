using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

public sealed class DeadlineTests
{
    private static readonly DateTimeOffset Bound = new(2022, 11, 5, 0, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task One_millisecond_before_the_bound_a_family_comes_in()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound.AddMilliseconds(-1));

        var done = await app.SignUpAsync(Cast.Anna);

        Assert.Equal("Sie sind angemeldet", done.Heading);
        Assert.Equal(Bound.AddMilliseconds(-1).UtcDateTime, Assert.Single(await app.RegistrationsAsync()).ArrivedAt);
    }

    [Fact]
    public async Task At_the_bound_the_form_gives_way_to_the_reason_and_the_contact()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound);

        var page = await app.OpenAsync(Answers.FormPath);

        Assert.Equal("Die Anmeldung ist geschlossen", page.Heading);
        Assert.False(page.HasButton("Weiter"));
        Assert.Contains("bis Freitag, 4.\u00A0November\u00A02022", page.Text, StringComparison.Ordinal);
        Assert.Contains("kl.holthaus@lkclp.de", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_before_and_sent_after_the_bound_keeps_what_was_typed_and_says_whom_to_ask()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Bound.AddMilliseconds(-1));
        var check = await app.ToCheckAsync(Cast.Anna, question: "Gibt es Parkplätze?", children: new ChildInCare("Mia", 4, false));
        app.Clock.SetUtcNow(Bound);

        var refused = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal("Prüfen und absenden", refused.Heading);
        Assert.StartsWith("Fehler: ", refused.Title, StringComparison.Ordinal);
        foreach (var kept in (string[])["Anna Öztürk", "Mia, 4 Jahre", "Gibt es Parkplätze?", "4.\u00A0November", "kl.holthaus@lkclp.de", "haben wir niemanden angemeldet"])
            Assert.Contains(kept, refused.Text, StringComparison.Ordinal);
        Assert.Empty(await app.RegistrationsAsync());
        Assert.Equal(0, await app.DeliverMailAsync());

        // Staff open it again: the same page goes through.
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Open, "Karin", Bound.UtcDateTime));
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(refused, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task The_first_step_sent_after_the_bound_keeps_what_was_typed()
    {
        await using var app = new TestApp();
        var who = await app.OpenAsync(Answers.FormPath);
        app.Clock.SetUtcNow(Bound);

        var refused = await Forms.SubmitAsync(who, Answers.Of(Cast.Anna, "Ja", 2, "Frage"), "Weiter");

        Assert.Equal("Wer kommt?", refused.Heading);
        Assert.Equal(("Anna", "2", "Ja", "Frage"), (refused.ValueOf("Vorname"), refused.ValueOf("Weitere Erwachsene"),
            refused.ValueOf("Brauchen Sie Kinderbetreuung?"), refused.ValueOf("Ihre Frage oder Ihr Wunsch an die Fachleute")));
        Assert.Contains("kl.holthaus@lkclp.de", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_by_hand_takes_effect_with_the_next_request_and_opening_lifts_it()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna);
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Closed, "Karin", ev.DeadlineBound.AddDays(-5)));

        var refused = await Forms.SubmitAsync(check, "Jetzt anmelden");
        Assert.Contains("nehmen wir hier keine Anmeldungen an", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Die Anmeldung ist geschlossen", (await app.OpenAsync(Answers.FormPath)).Heading);

        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Schedule, "Karin", ev.DeadlineBound.AddDays(-5)));
        Assert.Equal("Wer kommt?", (await app.OpenAsync(Answers.FormPath)).Heading);
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(refused, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task A_cancelled_event_says_so_first()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.CancelledAt = ev.DeadlineBound.AddDays(-1));
        app.Clock.SetUtcNow(Bound);

        var page = await app.OpenAsync(Answers.FormPath);

        Assert.Equal("Die Veranstaltung ist abgesagt", page.Heading);
    }

    [Fact]
    public async Task Full_childcare_offers_to_come_without_it()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna, children: new ChildInCare("Mia", 4, false));
        await app.ChangeEventAsync(ev => ev.ChildcareSeats = 0);

        var refused = await Forms.SubmitAsync(check, "Jetzt anmelden");
        Assert.Contains("In der Kinderbetreuung", refused.Text, StringComparison.Ordinal);
        var without = await Forms.SubmitAsync(refused, "Ohne Kinderbetreuung weiter");
        var done = await Forms.SubmitAsync(without, "Jetzt anmelden");

        Assert.Equal("Sie sind angemeldet", done.Heading);
        Assert.Equal(new Party(1, 0), Assert.Single(await app.RegistrationsAsync()).Party);
    }

    [Fact]
    public async Task A_family_that_is_too_large_for_the_seats_left_is_not_split()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Seats = 2);
        var check = await app.ToCheckAsync(Cast.Bernd);
        await app.RegisterAsync(Cast.Anna, 1);

        var refused = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Contains("ausgebucht", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task An_unknown_event_has_no_form()
    {
        await using var app = new TestApp();

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync("/veranstaltungen/gibt-es-nicht/anmeldung")).Status);
    }
}
