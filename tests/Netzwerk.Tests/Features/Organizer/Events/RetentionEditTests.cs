using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>Fewer days, or an earlier day, can make families' details due at once.</summary>
public sealed class RetentionEditTests
{
    private const string Children = "Angaben zu Kindern löschen nach … Tagen";
    private const string Registrations = "Anmeldungen löschen nach … Tagen";
    private static readonly DateTimeOffset FiveDaysAfter = new(2022, 11, 16, 17, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task What_erases_at_once_is_asked_first()
    {
        await using var app = await AfterTheEventAsync();
        var page = await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit);

        page = await Forms.SubmitAsync(page, new Dictionary<string, string> { [Children] = "1", [Registrations] = "2" }, "Speichern");

        Assert.Contains("Das löscht sofort die Angaben zu 2 Anmeldungen, auch die zu Kindern", page.Text, StringComparison.Ordinal);
        Assert.Equal(("1", "2"), (page.ValueOf(Children), page.ValueOf(Registrations)));
        Assert.Equal((7, 30), await KeptAsync(app));
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.RetentionChanged));

        await Forms.SubmitAsync(page, "Speichern und löschen");

        Assert.Equal((1, 2), await KeptAsync(app));
        Assert.Equal($"{Children}, {Registrations}", Assert.Single(await Rooms.AuditAsync(app, AuditAct.RetentionChanged)).Fields);
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.EventEdited));
    }

    [Fact]
    public async Task Children_alone_are_named()
    {
        await using var app = await AfterTheEventAsync();

        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), new Dictionary<string, string> { [Children] = "1" }, "Speichern");

        Assert.Contains("Das löscht sofort die Angaben zu Kindern von 1 Familie", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_agreed_to_less_is_asked_again()
    {
        await using var app = await AfterTheEventAsync();
        var page = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), new Dictionary<string, string> { [Children] = "1" }, "Speichern");

        page = await Forms.SubmitAsync(page, new Dictionary<string, string> { [Registrations] = "1" }, "Speichern und löschen");

        Assert.Contains("die Angaben zu 2 Anmeldungen", page.Text, StringComparison.Ordinal);
        Assert.Equal((7, 30), await KeptAsync(app));
    }

    [Fact]
    public async Task An_earlier_day_is_asked_about_too()
    {
        await using var app = await AfterTheEventAsync();

        var page = await Forms.SubmitAsync(
            await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit), new Dictionary<string, string> { ["Tag"] = "2022-09-11", ["Anmeldeschluss"] = "2022-09-04" }, "Speichern");

        Assert.Contains("Das löscht sofort die Angaben zu 2 Anmeldungen", page.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2022, 11, 11), (await app.EventAsync()).Date);
    }

    [Fact]
    public async Task More_days_and_what_is_gone_already_are_not_asked_about()
    {
        await using var app = await AfterTheEventAsync();
        var desk = await app.SignInAsync(Cast.Organizer);
        await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Edit), new Dictionary<string, string> { [Children] = "14", [Registrations] = "60" }, "Speichern");
        Assert.Equal((14, 60), await KeptAsync(app));

        app.Clock.SetUtcNow(FiveDaysAfter.AddDays(60));
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
        desk = await app.SignInAsync(Cast.Organizer);
        await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Edit), new Dictionary<string, string> { [Children] = "1", [Registrations] = "2" }, "Speichern");

        Assert.Equal((1, 2), await KeptAsync(app));
    }

    private static async Task<TestApp> AfterTheEventAsync()
    {
        var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, true));
        await app.RegisterAsync(Cast.Bernd);
        app.Clock.SetUtcNow(FiveDaysAfter);
        return app;
    }

    private static async Task<(int Children, int Registrations)> KeptAsync(TestApp app) =>
        await app.EventAsync() is var ev ? (ev.ChildrenKeptDays, ev.RegistrationsKeptDays) : default;
}
