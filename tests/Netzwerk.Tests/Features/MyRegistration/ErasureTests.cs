using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.MyRegistration;

public sealed class ErasureTests
{
    private static readonly ChildInCare Mia = new("Mia", 4, true);

    [Fact]
    public async Task The_file_holds_all_that_is_stored_and_is_noted()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna, question: "Wie finde ich Arbeit?", children: Mia);
        await app.DeliverMailAsync();
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync()).Answers.Add(new Answer(Guid.CreateVersion7(), "Wie kommen Sie her?", "Mit dem Bus"));
            return await db.SaveChangesAsync();
        });
        var registration = (await app.RegistrationsAsync()).Single();
        var own = await app.OpenAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!);
        Assert.Contains("Von selbst gelöscht werden Ihre Angaben am Sonntag, 11.\u00A0Dezember\u00A02022.", own.Text, StringComparison.Ordinal);
        var file = await own.FollowAsync("Alle Angaben als Datei speichern");

        Assert.Equal($"attachment; filename=anmeldung-{registration.Reference}.json", file.Header("Content-Disposition")!.Split("; filename*")[0]);
        Assert.Equal(("no-store", "no-referrer"), (file.Header("Cache-Control"), file.Header("Referrer-Policy")));
        var json = JsonDocument.Parse(file.Html).RootElement;
        var taken = json.GetProperty("anmeldung");
        Assert.Equal(
            ("Anna", "Öztürk", Cast.Anna.Email, Cast.Anna.Phone, "+491713920012", "Wie finde ich Arbeit?", registration.Reference),
            (Text(taken, "vorname"), Text(taken, "nachname"), Text(taken, "email"), Text(taken, "telefon"), Text(taken, "telefonInternational"), Text(taken, "frage"), Text(taken, "kennung")));
        var child = Assert.Single(json.GetProperty("kinder").EnumerateArray());
        Assert.Equal(("Mia", 4, true), (Text(child, "vorname"), child.GetProperty("alter").GetInt32(), child.GetProperty("anrufGewuenscht").GetBoolean()));
        Assert.Equal("Mit dem Bus", Text(Assert.Single(json.GetProperty("antworten").EnumerateArray()), "antwort"));
        Assert.Equal(("2022-10-24T10:00:00+02:00", "Anmeldebestätigung"), (Text(taken, "angemeldetAm"), Text(Assert.Single(json.GetProperty("emails").EnumerateArray()), "art")));
        Assert.StartsWith("Anmeldebestätigung", Text(Assert.Single(json.GetProperty("emails").EnumerateArray()), "betreff"), StringComparison.Ordinal);
        Assert.Equal(["Angemeldet", "Eigene Angaben als Datei geholt"], json.GetProperty("verlauf").EnumerateArray().Select(step => Text(step, "was")));
        Assert.Equal(registration.Id, Assert.Single(await Rooms.AuditAsync(app, AuditAct.DataTakenAlong)).RegistrationId);
    }

    [Fact]
    public async Task Erasing_asks_once_cancels_too_and_leaves_a_dead_link()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 1, Mia);
        var link = await LinkAsync(app);
        var asked = await (await app.OpenAsync(link)).FollowAsync("Angaben löschen");
        Assert.Equal("Ihre Angaben löschen?", asked.Heading);
        Assert.NotNull((await app.RegistrationsAsync()).Single().Email);
        var done = await Forms.SubmitAsync(asked, "Abmelden und löschen");

        Assert.Equal(("Ihre Angaben sind gelöscht", "/anmeldung/geloescht"), (done.Heading, done.Url.AbsolutePath));
        Assert.Equal((0, 0), ((await app.EventAsync()).SeatsTaken, (await app.EventAsync()).ChildcareTaken));
        var stored = (await app.RegistrationsAsync()).Single();
        Assert.Equal((null, false), (stored.Email, stored.IsActive));
        // Both at the same moment, so in either order.
        var acts = await app.DbAsync(db => db.Audit.Where(entry => entry.RegistrationId == anna.Id).Select(entry => entry.Act).ToListAsync());
        Assert.Equal([AuditAct.SignedUp, AuditAct.CancelledByFamily, AuditAct.ErasedByFamily], acts.OrderBy(act => act != AuditAct.SignedUp).ThenBy(act => act));
        Assert.Equal(0, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync()));
        foreach (var path in (string[])["", "/loeschen", "/daten.json", "/abmelden"]) Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(link + path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Forms.SubmitAsync(asked, "Abmelden und löschen")).Status);
    }

    [Fact]
    public async Task Who_only_erases_keeps_the_seats()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 1, Mia);
        await Forms.SubmitAsync(await app.OpenAsync(await LinkAsync(app) + "/loeschen"), "Nur löschen");

        Assert.Equal((3, 1), ((await app.EventAsync()).SeatsTaken, (await app.EventAsync()).ChildcareTaken));
        Assert.Equal((null, true), ((await app.RegistrationsAsync()).Single().Email, (await app.RegistrationsAsync()).Single().IsActive));
    }

    [Fact]
    public async Task After_the_event_there_is_nothing_to_cancel()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var link = await LinkAsync(app);
        app.Clock.SetUtcNow(new DateTimeOffset(2022, 11, 12, 9, 0, 0, TimeSpan.Zero));
        var asked = await app.OpenAsync(link + "/loeschen");
        Assert.False(asked.HasButton("Abmelden und löschen"));
        await Forms.SubmitAsync(asked, "Ja, endgültig löschen");

        Assert.Equal((null, true), ((await app.RegistrationsAsync()).Single().Email, (await app.RegistrationsAsync()).Single().IsActive));
    }

    [Fact]
    public async Task Looking_erases_nothing_and_a_foreign_page_cannot_send_the_form()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var form = Forms.Fill(await app.OpenAsync(await LinkAsync(app) + "/loeschen"), new Dictionary<string, string>(StringComparer.Ordinal), "Abmelden und löschen");
        await form.SendAsync(change: request =>
        {
            request.Headers.Remove("Sec-Fetch-Site");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
        });

        Assert.NotNull((await app.RegistrationsAsync()).Single().Email);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<string> LinkAsync(TestApp app)
    {
        await app.DeliverMailAsync();
        return app.Inbox.To(Cast.Anna.Email)[^1].PersonalLink!;
    }
}
