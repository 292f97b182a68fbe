using Microsoft.Playwright;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.BrowserTests;

/// <summary>Leads a page through everything that the site shows, and says after each step what it is.</summary>
internal static class States
{
    private const string Room = $"/verwaltung/veranstaltungen/{TestApp.Anniversary}";

    public static async IAsyncEnumerable<string> OfVisitorsAsync(IPage page, LiveApp app)
    {
        foreach (var path in (string[])["/", $"/veranstaltungen/{TestApp.Anniversary}", "/netzwerk", "/netzwerk/wegweiser", "/netzwerk/flyer", "/archiv",
            "/impressum", "/datenschutz", "/barrierefreiheit", "/gibt-es-nicht", "/anmeldung/unbekannt", "/anmeldung/link", "/anmeldung/link/unterwegs", Answers.FormPath])
        {
            await page.GotoAsync(path);
            yield return path;
        }
        await page.PressAsync("Weiter");
        yield return "Wer kommt? mit Fehlern";
        await page.FillWhoAsync(Cast.Anna with { Email = "anna@gmx.ed" }, "Ja");
        await page.PressAsync("Weiter");
        yield return "Kinder";
        await page.PressAsync("Weiter");
        yield return "Kinder mit Fehlern";
        await page.FillChildAsync(1, "Mia", "4");
        await page.PressAsync("Weiteres Kind hinzufügen");
        await page.FillChildAsync(2, "Ben", "1", call: true);
        yield return "Kinder, zwei Zeilen";
        await page.PressAsync("Weiter");
        yield return "Prüfen mit Frage nach der Adresse";
        await app.ChangeEventAsync(ev => ev.ChildcareSeats = 0);
        await page.PressAsync("Jetzt anmelden");
        yield return "Prüfen, Betreuung voll";
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Closed, "Karin", ev.DeadlineBound.AddDays(-9)));
        await page.PressAsync("Jetzt anmelden");
        yield return "Prüfen, inzwischen geschlossen";
        foreach (var path in (string[])[Answers.FormPath, $"/veranstaltungen/{TestApp.Anniversary}", "/"])
        {
            await page.GotoAsync(path);
            yield return path + ", geschlossen";
        }
        await app.ChangeEventAsync(ev => ev.Turn(SignUpSwitch.Schedule, "Karin", ev.DeadlineBound.AddDays(-9)));
        await page.GotoAsync(Answers.FormPath);
        yield return "Wer kommt? Betreuung voll";
        await app.ChangeEventAsync(ev => (ev.ChildcareSeats, ev.Seats) = (null, 0));
        foreach (var path in (string[])[Answers.FormPath, $"/veranstaltungen/{TestApp.Anniversary}"])
        {
            await page.GotoAsync(path);
            yield return path + ", ausgebucht";
        }
        await app.ChangeEventAsync(ev => ev.Seats = null);
        await page.SignUpAsync(Cast.Bernd);
        yield return "Sie sind angemeldet";
        var last = page.Url;
        await app.DeliverMailAsync();
        var link = app.Inbox.To(Cast.Bernd.Email)[^1].PersonalLink!;
        await page.GotoAsync(link);
        yield return "Eigene Seite";
        await page.GotoAsync(link + "/abmelden");
        yield return "Abmelden?";
        foreach (var path in (string[])[link + "/loeschen", "/anmeldung/geloescht"])
        {
            await page.GotoAsync(path);
            yield return path.EndsWith("loeschen", StringComparison.Ordinal) ? "Angaben löschen?" : path;
        }
        await page.GotoAsync(link + "/abmelden");
        await page.PressAsync("Ja, abmelden");
        yield return "Abgemeldet";
        await page.GotoAsync(last);
        yield return "Letzte Seite, abgemeldet";
        app.Clock.SetUtcNow(new DateTimeOffset(2022, 12, 1, 12, 0, 0, TimeSpan.Zero));
        foreach (var path in (string[])["/", $"/veranstaltungen/{TestApp.Anniversary}", Answers.FormPath])
        {
            await page.GotoAsync(path);
            yield return path + ", vorbei";
        }
    }

    public static async IAsyncEnumerable<string> OfTheDeskAsync(IPage page, LiveApp app)
    {
        await page.GotoAsync("/konto/anmelden");
        yield return "Anmelden für Mitarbeitende";
        await page.PressAsync("Anmelden");
        yield return "Anmelden, leer";
        foreach (var path in (string[])["/konto/passwort-vergessen", "/konto/passwort-vergessen/unterwegs"])
        {
            await page.GotoAsync(path);
            yield return path;
        }
        await page.GotoAsync("/konto/einrichten");
        yield return "Einrichten";
        await page.SignInAsync(app, Cast.Organizer);
        yield return "Termine";
        foreach (var path in (string[])[Room, Room + "/anmeldungen", Room + "/listen", Room + "/e-mails"])
        {
            await page.GotoAsync(path);
            yield return path + ", leer";
        }
        var registration = await app.RegisterAsync(Cast.Anna, 1, new ChildInCare("Mia", 4, true), new ChildInCare("Ben", 0, false));
        await app.RegisterAsync(Cast.Bernd);
        await app.CancelAsync((await app.RegisterAsync(Cast.Dilan)).Id);
        app.Inbox.Answer = _ => new(Netzwerk.Mail.DeliveryOutcome.Refused, "550 unbekannt");
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => (ev.Seats, ev.ChildcareSeats) = (4, 2));
        foreach (var path in (string[])[Room, Room + "/bearbeiten", Room + "/anmeldungen", $"{Room}/anmeldungen/{registration.Id}", $"{Room}/anmeldungen/{registration.Id}/abmelden",
            $"{Room}/anmeldungen/{registration.Id}/loeschen", $"{Room}/anmeldungen/{registration.Id}/adresse", Room + "/anmeldungen/abmelden", $"{Room}/anmeldungen/abmelden/fragen?auswahl={registration.Id}", "/verwaltung/uhr",
            Room + "/texte", Room + "/anmeldungen/neu", Room + "/e-mails", Room + "/listen", Room + "/listen/teilnehmer", Room + "/listen/betreuung",
            "/verwaltung/einstellungen/betrieb", "/verwaltung/datenschutz", "/verwaltung/datenschutz/vorlagen", "/verwaltung/protokoll", "/verwaltung/protokoll?wer=niemand", "/verwaltung/konten", "/verwaltung/konten/neu", "/konto", "/konto/passwort", "/konto/zweiter-faktor", "/konto/zweiter-faktor/app", "/konto/bestaetigen"])
        {
            await page.GotoAsync(path);
            yield return path;
        }
        await foreach (var state in OfSettingsAsync(page)) yield return state;
        await page.GotoAsync(Room + "/fragen");
        yield return "Eigene Fragen, leer";
        await page.GotoAsync(Room + "/fragen/neu");
        await page.PressAsync("Speichern");
        yield return "Neue Frage mit Fehler";
        await app.AskAsync(Asked.Meal, Asked.Cars, Asked.Bus);
        foreach (var path in (string[])[Room + "/fragen", $"{Room}/fragen/{Asked.Meal.Id}", $"{Room}/fragen/{Asked.Meal.Id}/entfernen", Room + "/anmeldungen", Room + "/anmeldungen/neu", Answers.FormPath])
        {
            await page.GotoAsync(path);
            yield return path + ", mit eigenen Fragen";
        }
        var invited = await app.AccountAsync(Cast.Staff);
        await app.GiveAuthenticatorAsync(invited);
        foreach (var path in (string[])["", "/zweiter-faktor", "/entfernen", "/link"])
        {
            await page.GotoAsync($"/verwaltung/konten/{invited}{path}");
            yield return $"/verwaltung/konten/…{path}";
        }
        await page.GotoAsync(Room + "/bearbeiten");
        await page.GetByLabel("Plätze", new() { Exact = true }).FillAsync("viele");
        await page.PressAsync("Speichern");
        yield return "Bearbeiten mit Fehler";
        await page.GotoAsync($"{Room}/anmeldungen/{registration.Id}/adresse");
        await page.GetByLabel("E-Mail-Adresse").FillAsync("anna@gmx.ed");
        await page.PressAsync("Speichern und Bestätigung senden");
        yield return "Adresse mit Frage";
        await page.GotoAsync(Room + "/texte");
        await page.PressAsync("Vorschau");
        yield return "Texte mit Vorschau";
        await page.GetByLabel("Text der Erinnerung").FillAsync("Liebe {Name}");
        await page.PressAsync("Speichern");
        yield return "Texte mit Fehler";
        await foreach (var state in OfALifeAsync(page, app)) yield return state;
    }

    /// <summary>An event from its first draft to the archive.</summary>
    private static async IAsyncEnumerable<string> OfALifeAsync(IPage page, LiveApp app)
    {
        const string draft = "/verwaltung/veranstaltungen/elternfruehstueck-2022";
        await page.GotoAsync("/verwaltung/veranstaltungen/neu");
        yield return "Neue Veranstaltung";
        await page.PressAsync("Entwurf anlegen");
        yield return "Neue Veranstaltung mit Fehlern";
        await page.FillEventAsync();
        await page.PressAsync("Entwurf anlegen");
        yield return "Entwurf";
        foreach (var path in (string[])[draft + "/vorschau", draft + "/veroeffentlichen", draft + "/kopieren", draft + "/loeschen", draft + "/bearbeiten", "/verwaltung"])
        {
            await page.GotoAsync(path);
            yield return path + ", Entwurf";
        }
        // Every group is open and holds a row, and somebody else was faster.
        await page.GotoAsync(Room + "/bearbeiten");
        await app.ChangeEventAsync(ev => (ev.Description, ev.ContactPhone, ev.Reminds) = ("# Was es gibt\n\n- Kaffee\n\n> Schön!\n\n[Mehr](https://example.org)", "04471 150", false));
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { StartsAt = new TimeOnly(16, 0), EndsAt = new TimeOnly(18, 0) }));
        await page.PressAsync("Speichern");
        yield return "Bearbeiten, jemand war schneller";
        await page.GetByText("Programm, 3 Punkte").ClickAsync();
        await page.PressAsync("Programmpunkt hinzufügen");
        yield return "Bearbeiten, Programm";
        foreach (var path in (string[])[Room, Room + "/benachrichtigen", Room + "/benachrichtigen/nicht", Room + "/absagen", $"/veranstaltungen/{TestApp.Anniversary}"])
        {
            await page.GotoAsync(path);
            yield return path + ", verlegt";
        }
        await app.ChangeEventAsync(ev =>
        {
            ev.Cancel(ev.DeadlineBound.AddDays(-9), "Der Raum fehlt.");
            ev.ArchivedAt = ev.CancelledAt;
        });
        foreach (var path in (string[])[Room, "/verwaltung/archiv", $"/veranstaltungen/{TestApp.Anniversary}"])
        {
            await page.GotoAsync(path);
            yield return path + ", abgesagt";
        }
    }

    private static async IAsyncEnumerable<string> OfSettingsAsync(IPage page)
    {
        const string Settings = "/verwaltung/einstellungen";
        foreach (var path in (string[])["", "/betreiber", "/e-mail", "/grenzen", "/partner", "/partner/neu", "/wegweiser", "/wegweiser/neu", "/flyer", "/flyer/neu"])
        {
            await page.GotoAsync(Settings + path);
            yield return Settings + path;
        }
        await page.PressAsync("Speichern");
        yield return "Tipp mit Fehlern";
        await page.GetByLabel("Tipp", new() { Exact = true }).FillAsync("Nehmen Sie jemanden mit.");
        await page.GetByLabel("Erklärung").FillAsync("Zu zweit hört man mehr.");
        await page.PressAsync("Speichern");
        yield return "Tipps, einer dazu";
        await page.GotoAsync(Settings + "/partner");
        await page.GetByRole(AriaRole.Link, new() { Name = "Entfernen: Anja Komossa" }).ClickAsync();
        yield return "Partnerin steht noch im Wegweiser";
        await page.GotoAsync(Settings + "/grenzen");
        await page.GetByLabel("Formulare je Minute").FillAsync("viele");
        await page.PressAsync("Speichern");
        yield return "Grenzen mit Fehler";
        await page.GetByLabel("Formulare je Minute").FillAsync("100");
        await page.PressAsync("Speichern");
        yield return "Grenzen, gespeichert";
        await page.GotoAsync(Settings + "/e-mail");
        await page.PressAsync("Testmail an mich senden");
        yield return "Testmail ohne Mailserver";
    }
}
