using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>An event that ends after midnight, or lasts several days, from the form to all that speaks of its end.</summary>
public sealed class SeveralDaysTests
{
    private const string LastDay = "Letzter Tag (wenn es nicht am selben Tag endet)";
    private const string Night = "20:00 Uhr bis Samstag, 12. November, 01:00 Uhr";
    private const string Public = "/veranstaltungen/" + TestApp.Anniversary;

    [Fact]
    public async Task Pages_lists_and_mails_say_when_it_ends()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);

        var saved = await SaveAsync(desk, "20:00", "01:00", "2022-11-12");
        await app.RegisterAsync(Cast.Anna, 0);
        await app.DeliverMailAsync();
        var mail = app.Inbox.SingleTo(Cast.Anna.Email);

        Assert.Contains("Die Änderungen sind gespeichert.", saved.Text, StringComparison.Ordinal);
        Assert.Equal("2022-11-12", (await desk.OpenAsync(Rooms.Edit)).ValueOf(LastDay));
        var page = await app.OpenAsync(Public);
        Assert.Contains("Samstag, 12. November, 01:00 Uhr: Ende", Plain(page.Text), StringComparison.Ordinal);
        foreach (var text in new[] { page.Text, (await app.OpenAsync("/")).Text, Page.Words(saved.Document.QuerySelector(".nw-room")!), (await desk.OpenAsync("/verwaltung")).Text, (await desk.OpenAsync(Rooms.AttendeeSheet)).Text, (await app.OpenAsync(mail.PersonalLink!)).Text })
            Assert.Contains(Night, Plain(text), StringComparison.Ordinal);
        Assert.Contains($"Freitag, 11. November 2022, {Night}", Plain(mail.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendars_and_search_engines_get_the_real_end()
    {
        await using var app = new TestApp();
        await SaveAsync(await app.SignInAsync(Cast.Organizer), "20:00", "01:00", "2022-11-12");
        await app.RegisterAsync(Cast.Anna, 0);
        await app.DeliverMailAsync();

        foreach (var file in new[] { app.Inbox.SingleTo(Cast.Anna.Email).Calendar!, (await app.OpenAsync(Public + ".ics")).Html, (await app.OpenAsync("/veranstaltungen.ics")).Html })
        {
            Assert.Contains("DTSTART;TZID=Europe/Berlin:20221111T200000\r\n", file, StringComparison.Ordinal);
            Assert.Contains("DTEND;TZID=Europe/Berlin:20221112T010000\r\n", file, StringComparison.Ordinal);
        }
        using var data = JsonDocument.Parse((await app.OpenAsync(Public)).Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("2022-11-12T01:00:00+01:00", data.RootElement.GetProperty("endDate").GetString());
    }

    [Theory]
    [InlineData("20:00", "01:00", "", "Ende", "erst am Sa., 12. November 2022, geben Sie das bei „Letzter Tag")]
    [InlineData("20:00", "01:00", "2022-11-11", "Ende", "nach dem Beginn")]
    [InlineData("15:00", "16:30", "2022-11-10", LastDay, "frühestens den 11.11.2022")]
    [InlineData("15:00", "16:30", "2023-11-12", LastDay, "höchstens 31 Tage")]
    [InlineData("15:00", "16:30", "Samstag", LastDay, "als Datum")]
    public async Task What_does_not_fit_is_refused_with_the_way_out(string start, string end, string lastDay, string field, string sentence)
    {
        await using var app = new TestApp();

        var page = await SaveAsync(await app.SignInAsync(Cast.Organizer), start, end, lastDay);

        Assert.Contains(sentence, Plain(page.ErrorAt(field)!), StringComparison.Ordinal);
        Assert.Equal(lastDay, page.ValueOf(LastDay));
        Assert.Null((await app.EventAsync()).EndsOn);
    }

    [Theory]
    [InlineData("2023-03-25", "20:00", "02:30", "2023-03-26", "02:30 Uhr gibt es am So., 26. März 2023 nicht")]
    [InlineData("2023-03-26", "01:00", "02:30", "", "02:30 Uhr gibt es am So., 26. März 2023 nicht")]
    [InlineData("2023-03-25", "20:00", "03:00", "2023-03-26", null)]
    public async Task An_end_that_no_clock_shows_is_refused(string day, string start, string end, string lastDay, string? sentence)
    {
        await using var app = new TestApp();

        var page = await Forms.SubmitAsync(
            await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Edit),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Tag"] = day, ["Beginn"] = start, ["Ende"] = end, [LastDay] = lastDay }, "Speichern");

        if (sentence is null) Assert.Empty(page.Errors);
        else Assert.StartsWith(sentence, Plain(page.ErrorAt("Ende")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_whose_end_falls_into_the_skipped_hour_is_refused()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);
        await SaveAsync(desk, "20:00", "02:30", "2022-11-12");

        var page = await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/kopieren"), new Dictionary<string, string> { ["Neuer Tag"] = "2023-03-25" }, "Entwurf anlegen");

        Assert.StartsWith("In dieser Nacht beginnt die Sommerzeit", page.ErrorAt("Neuer Tag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_day_again_and_an_empty_field_mean_one_day()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);

        await SaveAsync(desk, "15:00", "16:30", "2022-11-11");
        Assert.Null((await app.EventAsync()).EndsOn);
        await SaveAsync(desk, "15:00", "16:30", "12.11.2022");
        Assert.Equal(new DateOnly(2022, 11, 12), (await app.EventAsync()).EndsOn);
        await SaveAsync(desk, "15:00", "16:30", "");

        Assert.Null((await app.EventAsync()).EndsOn);
        Assert.Equal([LastDay, LastDay], (await Rooms.AuditAsync(app, AuditAct.EventEdited)).Select(entry => entry.Fields));
    }

    [Fact]
    public async Task A_new_event_may_last_several_days()
    {
        await using var app = new TestApp();
        var desk = await app.SignInAsync(Cast.Organizer);

        var draft = await Forms.SubmitAsync(await desk.OpenAsync(Drafts.New), new Dictionary<string, string>(Drafts.Values, StringComparer.Ordinal) { [LastDay] = "2022-12-04" }, "Entwurf anlegen");

        Assert.Contains("15:00 Uhr bis Sonntag, 4. Dezember, 17:00 Uhr", Plain(draft.Text), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2022, 12, 4), (await app.EventAsync(Drafts.Slug)).LastDay);
    }

    [Fact]
    public async Task Families_hear_of_another_last_day()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0);
        await app.DeliverMailAsync();
        var desk = await app.SignInAsync(Cast.Organizer);

        await SaveAsync(desk, "15:00", "16:30", "2022-11-12");
        var page = await desk.OpenAsync(Rooms.Event + "/benachrichtigen");
        await Forms.SubmitAsync(page, "Jetzt eine E-Mail senden");
        await app.DeliverMailAsync();

        Assert.Contains("vorher: 15:00–16:30 Uhr jetzt: 15:00 Uhr bis Samstag, 12. November, 16:30 Uhr", Plain(page.Text), StringComparison.Ordinal);
        var mail = app.Inbox.To(Cast.Anna.Email)[^1];
        Assert.StartsWith("Geändert: Jubiläumsfeier", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Jetzt: 15:00 Uhr bis Samstag, 12. November, 16:30 Uhr", Plain(mail.Text), StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=Europe/Berlin:20221112T163000", mail.Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Families_are_kept_until_the_days_after_the_last_day_are_over()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0);
        await SaveAsync(await app.SignInAsync(Cast.Organizer), "15:00", "16:30", "2022-11-13");

        Assert.False(await IsErasedAsync(BerlinTime.ToUtc(new DateOnly(2022, 12, 13), new TimeOnly(16, 29))));
        Assert.True(await IsErasedAsync(BerlinTime.ToUtc(new DateOnly(2022, 12, 13), new TimeOnly(16, 30))));

        async Task<bool> IsErasedAsync(DateTime at)
        {
            app.Clock.SetUtcNow(new DateTimeOffset(at));
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
            return await app.DbAsync(db => db.Registrations.AllAsync(registration => registration.ErasedAt != null));
        }
    }

    [Fact]
    public async Task What_families_believed_before_there_was_a_last_day_is_still_read()
    {
        await using var app = new TestApp();
        await app.DbAsync(db => db.Database.ExecuteSqlAsync(
            $$"""UPDATE "Events" SET "GuestsBelieve" = '{"Date":"2022-11-10","StartsAt":"15:00:00","EndsAt":"16:30:00","Place":"Rathaus"}'"""));

        Assert.Equal(new Meeting(new DateOnly(2022, 11, 10), new TimeOnly(15, 0), new TimeOnly(16, 30), "Rathaus"), (await app.EventAsync()).GuestsBelieve);
    }

    [Fact]
    public async Task The_database_refuses_a_last_day_that_is_not_later()
    {
        await using var app = new TestApp();

        await Assert.ThrowsAsync<DbUpdateException>(() => app.ChangeEventAsync(ev => ev.EndsOn = ev.Date));
    }

    private static async Task<Page> SaveAsync(HttpClient desk, string start, string end, string lastDay) => await Forms.SubmitAsync(
        await desk.OpenAsync(Rooms.Edit), new Dictionary<string, string>(StringComparer.Ordinal) { ["Beginn"] = start, ["Ende"] = end, [LastDay] = lastDay }, "Speichern");

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
