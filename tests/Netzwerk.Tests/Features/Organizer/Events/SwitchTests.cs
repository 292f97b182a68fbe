using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

public class SwitchTests
{
    private const string PublicForm = $"/veranstaltungen/{TestApp.Anniversary}/anmeldung";

    [Fact]
    public async Task Staff_close_registration_and_the_next_request_finds_it_closed()
    {
        await using var app = new TestApp();
        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event);
        Assert.Contains("Offen nach Zeitplan, noch 11 Tage, bis Fr., 4. November 2022, 24:00 Uhr", Plain(page), StringComparison.Ordinal);

        page = await Forms.SubmitAsync(page, "Anmeldung schließen");

        Assert.Contains("Die Anmeldung ist geschlossen.", page.Text, StringComparison.Ordinal);
        Assert.Contains("von Hand geschlossen; nach Zeitplan wäre bis Fr., 4. November 2022, 24:00 Uhr offen", Plain(page), StringComparison.Ordinal);
        Assert.Contains("Von Hand geschlossen von Stefan Probe am Mo., 24. Oktober 2022, 10:00 Uhr. Das geht dem Zeitplan vor.", Plain(page), StringComparison.Ordinal);
        Assert.Equal(["true", "false", "false"], Pressed(page));
        Assert.False((await app.OpenAsync(PublicForm)).HasField("Vorname"));
        var entry = Assert.Single(await Rooms.AuditAsync(app, AuditAct.SignUpClosed));
        Assert.Equal("Stefan Probe", entry.By);
    }

    [Fact]
    public async Task Opened_by_hand_it_stays_open_after_the_deadline_and_says_so()
    {
        await using var app = new TestApp();
        app.Clock.SetUtcNow((await app.EventAsync()).DeadlineBound);
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event);
        Assert.Contains("Geschlossen nach Zeitplan, Anmeldeschluss war am", Plain(page), StringComparison.Ordinal);

        page = await Forms.SubmitAsync(page, "Anmeldung öffnen");

        Assert.Contains("Offen von Hand geöffnet, obwohl am Fr., 4. November 2022, 24:00 Uhr Anmeldeschluss war", Plain(page), StringComparison.Ordinal);
        Assert.Equal(["false", "true", "false"], Pressed(page));
        Assert.True((await app.OpenAsync(PublicForm)).HasField("Vorname"));
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.SignUpOpened));
    }

    [Fact]
    public async Task Back_to_the_schedule_the_schedule_decides_again()
    {
        await using var app = new TestApp();
        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event), "Anmeldung schließen");

        page = await Forms.SubmitAsync(page, "Nach Zeitplan");

        Assert.Contains("Die Anmeldung läuft wieder nach Zeitplan.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Auf „Nach Zeitplan“ gestellt von Stefan Probe", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geht dem Zeitplan vor", page.Text, StringComparison.Ordinal);
        Assert.True((await app.OpenAsync(PublicForm)).HasField("Vorname"));
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.SignUpBackToSchedule));
    }

    [Fact]
    public async Task Pressing_what_is_in_already_keeps_who_set_it()
    {
        await using var app = new TestApp();
        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event), "Anmeldung schließen");
        app.Clock.Advance(TimeSpan.FromHours(1));

        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event), "Anmeldung schließen");

        Assert.Equal("Stefan Probe", (await app.EventAsync()).SwitchedBy);
        Assert.Single(await Rooms.AuditAsync(app, AuditAct.SignUpClosed));
        Assert.Contains("10:00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_or_with_an_unknown_position_nothing_changes()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event), new Dictionary<string, string>(StringComparer.Ordinal), "Anmeldung schließen");

        Assert.Equal(HttpStatusCode.BadRequest, (await form.Without("__RequestVerificationToken").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await form.With("stand", "vielleicht").SendAsync()).Status);

        Assert.Equal(SignUpSwitch.Schedule, (await app.EventAsync()).Switch);
    }

    [Fact]
    public async Task A_carer_cannot_turn_it()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event), new Dictionary<string, string>(StringComparer.Ordinal), "Anmeldung schließen");

        Assert.Equal(HttpStatusCode.Forbidden, (await form.SendAsync(await app.SignInAsync(Cast.Carer))).Status);

        Assert.Equal(SignUpSwitch.Schedule, (await app.EventAsync()).Switch);
    }

    private static List<string?> Pressed(Page page) => [.. page.Document.QuerySelectorAll("button[aria-pressed]").Select(button => button.GetAttribute("aria-pressed"))];

    private static string Plain(Page page) => page.Text.Replace('\u00A0', ' ');
}
