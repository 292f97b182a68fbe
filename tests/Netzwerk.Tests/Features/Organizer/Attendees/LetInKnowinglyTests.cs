using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class LetInKnowinglyTests
{
    [Fact]
    public async Task Past_the_deadline_only_the_conscious_tick_lets_somebody_in_and_the_audit_says_so()
    {
        await using var app = new TestApp();
        var staff = await app.SignInAsync(Cast.Staff);
        Assert.False((await staff.OpenAsync(Desk.ByHandPath)).HasField("Trotz geschlossener Anmeldung aufnehmen"));
        app.Clock.SetUtcNow(Desk.PastDeadline);

        var page = await staff.TakeInAsync(Cast.Bernd);
        Assert.Contains("Anmelden konnte man sich bis Freitag, 4.\u00A0November\u00A02022", page.Text, StringComparison.Ordinal);
        Assert.Equal("Setzen Sie das Häkchen, wenn Sie die Familie trotzdem aufnehmen wollen", page.ErrorAt("Trotz geschlossener Anmeldung aufnehmen"));
        Assert.Equal(Cast.Bernd.FamilyName, page.ValueOf("Nachname"));
        Assert.Empty(await app.RegistrationsAsync());

        page = await Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal) { ["Trotz geschlossener Anmeldung aufnehmen"] = Forms.Ticked }, "Aufnehmen");
        var bernd = (await app.RegistrationsAsync()).Single();
        Assert.True(bernd.LetInKnowingly);
        Assert.Equal([AuditAct.TakenInByHand, AuditAct.LetInKnowingly], (await app.AuditOfAsync(bernd.Id)).Select(entry => entry.Act).Order());
        Assert.All(await app.AuditOfAsync(bernd.Id), entry => Assert.Equal(Cast.Staff.Name, entry.By));
        Assert.Contains("Nachträglich", page.Text, StringComparison.Ordinal);
        Assert.Contains("Trotz geschlossener Anmeldung aufgenommen", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_in_time_and_sent_after_the_bound_asks_for_the_tick()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow(Desk.PastDeadline.AddMilliseconds(-1));
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath), Answers.Of(Cast.Bernd), "Aufnehmen");
        app.Clock.SetUtcNow(Desk.PastDeadline);
        Assert.True((await form.SendAsync()).HasField("Trotz geschlossener Anmeldung aufnehmen"));
        Assert.Empty(await app.RegistrationsAsync());
    }

    [Fact]
    public async Task A_tick_that_was_not_needed_leaves_no_mark()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Closed, "Probe", ev.DeadlineBound));
        var values = Answers.Of(Cast.Bernd);
        values["Trotz geschlossener Anmeldung aufnehmen"] = Forms.Ticked;
        var form = Forms.Fill(await (await app.SignInAsync(Cast.Staff)).OpenAsync(Desk.ByHandPath), values, "Aufnehmen");
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Schedule, "Probe", ev.DeadlineBound));
        await form.SendAsync();
        Assert.False((await app.RegistrationsAsync()).Single().LetInKnowingly);
    }

    [Fact]
    public async Task The_tick_does_not_open_a_cancelled_or_past_event()
    {
        await using var app = new TestApp();
        var staff = await app.SignInAsync(Cast.Staff);
        app.Clock.SetUtcNow(Desk.PastDeadline);
        var form = Forms.Fill(await staff.OpenAsync(Desk.ByHandPath), Answers.Of(Cast.Bernd), "Aufnehmen").With("Form.Knowingly", "true");
        app.Clock.SetUtcNow(Desk.Started.AddHours(2));
        Assert.Contains("Die Veranstaltung war am Freitag", (await form.SendAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Aufnehmen ist nicht möglich", (await staff.OpenAsync(Desk.ByHandPath)).Text, StringComparison.Ordinal);
        await app.ChangeEventAsync(ev => ev.CancelledAt = ev.DeadlineBound);
        Assert.Contains("ist abgesagt", (await form.SendAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(await app.RegistrationsAsync());
    }

    [Fact]
    public async Task Seats_stay_exact_with_and_without_the_tick()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.Seats = 1);
        app.Clock.SetUtcNow(Desk.PastDeadline);
        var staff = await app.SignInAsync(Cast.Staff);
        var forms = new List<FilledForm>();
        foreach (var parent in (Parent[])[Cast.Anna, Cast.Bernd, Cast.Canan, Cast.Dilan])
            forms.Add(Forms.Fill(await staff.OpenAsync(Desk.ByHandPath), Answers.Of(parent), "Aufnehmen").With("Form.Knowingly", "true"));
        var answers = await Task.WhenAll(forms.Select(form => form.SendAsync()));
        Assert.Single(await app.RegistrationsAsync());
        Assert.Equal(1, (await app.EventAsync()).SeatsTaken);
        var refused = answers.Where(answer => answer.Text.Contains("ist ausgebucht", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, refused.Count);
        Assert.All(refused, answer => Assert.NotEqual("", answer.ValueOf("Nachname")));
        Assert.Contains("Es ist kein Platz mehr frei.", refused[0].Text, StringComparison.Ordinal);
    }
}
