using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Legal;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Settings;

/// <summary>What is edited wins over the configuration, counts at once, and goes back.</summary>
public sealed class SettingsPagesTests
{
    private const string Operator = "/verwaltung/einstellungen/betreiber";
    private const string Mail = "/verwaltung/einstellungen/e-mail";
    private const string Limits = "/verwaltung/einstellungen/grenzen";

    [Fact]
    public async Task An_edited_text_wins_over_the_configuration_and_goes_back_to_it()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        var page = await SaveAsync(await karin.OpenAsync(Operator), ("Betreiber", "Landkreis Anders"));

        Assert.Contains("Gespeichert.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Voreinstellung: „Landkreis Probe“", page.Text, StringComparison.Ordinal);
        Assert.Contains("Landkreis Anders", (await app.OpenAsync("/impressum")).Text, StringComparison.Ordinal);

        page = await Forms.SubmitAsync(page, "Auf die Voreinstellung zurücksetzen: Betreiber");

        Assert.Equal("Landkreis Probe", page.ValueOf("Betreiber"));
        Assert.Contains("Landkreis Probe", (await app.OpenAsync("/impressum")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.DbAsync(db => db.Settings.ToListAsync()), setting => StoredSettings.Keys.Contains(setting.Key));
    }

    [Fact]
    public async Task A_text_that_is_emptied_is_gone_although_the_configuration_has_one()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        await SaveAsync(await karin.OpenAsync(Operator), ("Telefon", ""));

        Assert.DoesNotContain("04471 150", (await app.OpenAsync("/impressum")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_names_the_fields_and_never_what_stands_in_them()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        await SaveAsync(await karin.OpenAsync(Operator), ("Betreiber", "Landkreis Anders"), ("Telefon", "04471 999"));
        await SaveAsync(await karin.OpenAsync(Operator));

        var entry = Assert.Single(await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.SettingsChanged).ToListAsync()));
        Assert.Equal((Cast.Organizer.Name, "Betreiber, Telefon"), (entry.By, entry.Fields));
    }

    [Fact]
    public async Task Sign_ups_open_and_close_with_the_last_text_that_the_law_asks_for()
    {
        await using var app = new TestApp(("Legal:ArbitrationBody", ""), ("Legal:FeedbackContact", ""));
        using var karin = await app.SignInAsync(Cast.Organizer);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.OpenAsync(Answers.FormPath)).Status);
        var hub = await karin.OpenAsync("/verwaltung/einstellungen");
        Assert.Contains("Es fehlt: Kontakt bei Barrieren, Schlichtungsstelle.", hub.Text, StringComparison.Ordinal);

        await SaveAsync(await karin.OpenAsync(Operator), ("Kontakt bei Barrieren", "barrieren@netzwerk.test"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.OpenAsync(Answers.FormPath)).Status);
        Assert.Contains("Noch kann sich niemand anmelden", (await karin.OpenAsync("/verwaltung")).Html, StringComparison.Ordinal);

        var form = await SaveAsync(await karin.OpenAsync(Operator), ("Schlichtungsstelle", "Schlichtung Probe"));
        Assert.Equal("Wer kommt?", (await app.OpenAsync(Answers.FormPath)).Heading);
        Assert.Contains("Zur Anmeldung", (await app.OpenAsync($"/veranstaltungen/{TestApp.Anniversary}")).Text, StringComparison.Ordinal);
        Assert.Contains("Anmeldungen möglich", (await karin.OpenAsync("/verwaltung/einstellungen")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Noch kann sich niemand anmelden", (await karin.OpenAsync("/verwaltung")).Html, StringComparison.Ordinal);

        await SaveAsync(form, ("Schlichtungsstelle", ""));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.OpenAsync(Answers.FormPath)).Status);
    }

    [Fact]
    public async Task A_preview_shows_what_is_typed_and_stores_nothing()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["Betreiber"] = "Landkreis Entwurf", ["Aufsichtsbehörde"] = "Aufsicht Entwurf\nWeg 1", ["Schlichtungsstelle"] = "Schlichtung Entwurf" };

        foreach (var (button, text) in ((string, string)[])[("Vorschau: Impressum", "Landkreis Entwurf"), ("Vorschau: Datenschutz", "Aufsicht Entwurf"), ("Vorschau: Barrierefreiheit", "Schlichtung Entwurf")])
        {
            var preview = await Forms.SubmitAsync(await karin.OpenAsync(Operator), typed, button);
            Assert.Contains(text, preview.Text, StringComparison.Ordinal);
            Assert.Contains("Gespeichert ist noch nichts", preview.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await app.DbAsync(db => db.Settings.ToListAsync()), setting => StoredSettings.Keys.Contains(setting.Key));
        Assert.Contains("Landkreis Probe", (await app.OpenAsync("/impressum")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_the_first_changed_and_both_keep_their_work()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        var second = await karin.OpenAsync(Operator);
        await SaveAsync(await karin.OpenAsync(Operator), ("Betreiber", "Landkreis Erste"), ("Telefon", "04471 111"));

        var told = await SaveAsync(second, ("Telefon", "04471 222"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Karin Probe hat inzwischen etwas geändert", told.Text, StringComparison.Ordinal);
        Assert.Contains("Telefon: gespeichert ist jetzt „04471 111“", told.Text, StringComparison.Ordinal);
        Assert.Equal(("Landkreis Erste", "04471 222"), (told.ValueOf("Betreiber"), told.ValueOf("Telefon")));

        await SaveAsync(told);
        var imprint = await app.OpenAsync("/impressum");
        Assert.Contains("Landkreis Erste", imprint.Text, StringComparison.Ordinal);
        Assert.Contains("04471 222", imprint.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Operator, "E-Mail-Adresse", "keine Adresse", "Geben Sie die E-Mail-Adresse vollständig ein, zum Beispiel post@beispiel.de")]
    [InlineData(Mail, "Mailserver", "", "Geben Sie den Namen des Mailservers ein, zum Beispiel smtp.beispiel.de")]
    [InlineData(Mail, "Mailserver", "https://smtp.netzwerk.test", "Geben Sie beim Mailserver nur den Namen ein, ohne https:// und ohne Port, zum Beispiel smtp.beispiel.de")]
    [InlineData(Mail, "Port", "587a", "Geben Sie beim Port eine Zahl von 1 bis 65535 ein, oder lassen Sie das Feld leer")]
    [InlineData(Mail, "Absenderadresse", "Netzwerk <a@netzwerk.test>", "Geben Sie als Absender nur die Adresse ein, ohne Namen, zum Beispiel anmeldung@beispiel.de")]
    [InlineData(Limits, "Formulare je Minute", "0", "Geben Sie bei „Formulare je Minute“ eine ganze Zahl von 1 bis 1000000 ein")]
    [InlineData(Limits, "Größe eines Formulars in Kilobyte", "2000", "Geben Sie bei „Größe eines Formulars in Kilobyte“ eine ganze Zahl von 16 bis 1024 ein")]
    public async Task What_is_wrong_is_said_at_its_field_and_stays_typed(string path, string label, string typed, string sentence)
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);

        var page = await SaveAsync(await karin.OpenAsync(path), (label, typed));

        Assert.Equal(sentence, page.ErrorAt(label));
        Assert.Equal([sentence], page.Errors);
        Assert.Equal(typed, page.ValueOf(label));
        Assert.DoesNotContain(await app.DbAsync(db => db.Settings.ToListAsync()), setting => StoredSettings.Keys.Contains(setting.Key));
    }

    [Fact]
    public async Task Limits_count_with_the_next_form()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        Assert.Equal("240", (await karin.OpenAsync(Limits)).ValueOf("Formulare auf einmal"));
        await SaveAsync(await karin.OpenAsync(Limits), ("Formulare auf einmal", "1"), ("Formulare je Minute", "1"), ("E-Mails je Adresse und Tag", "3"));

        var visitor = app.Browser(from: "203.0.113.9");
        await app.ToCheckAsync(Cast.Bernd, visitor);
        var refused = await Forms.SubmitAsync(await visitor.OpenAsync(Answers.FormPath), Answers.Of(Cast.Bernd), "Weiter");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(3, app.Services.GetRequiredService<IOptionsMonitor<MailLimits>>().CurrentValue.MailsPerRecipientAndDay);
    }

    [Fact]
    public async Task A_default_with_which_the_site_would_not_start_is_not_taken()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        app.Services.GetRequiredService<IConfiguration>()["Limits:FormsPerAddress"] = "0";

        var page = await Forms.SubmitAsync(await SaveAsync(await karin.OpenAsync(Limits), ("Formulare auf einmal", "100")), "Auf die Voreinstellung zurücksetzen: Formulare auf einmal");

        Assert.Contains("Es bleibt, wie es war.", page.Text, StringComparison.Ordinal);
        Assert.Equal("100", page.ValueOf("Formulare auf einmal"));
    }

    [Fact]
    public async Task What_was_set_aside_at_start_is_told_and_counts_again_once_it_is_saved_anew()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        await SaveAsync(await karin.OpenAsync(Operator), ("Betreiber", "Landkreis Anders"));
        await SaveAsync(await karin.OpenAsync(Mail), ("Benutzername", "netzwerk"), ("Passwort", "geheim"));

        Assert.True(app.Services.GetRequiredService<StoredSettings>().SetAside());
        await SaveAsync(await karin.OpenAsync(Operator), ("Telefon", "04471 999"));

        Assert.Contains("passen nicht mehr zur Konfiguration des Servers: Mail:Password, Mail:User.", (await karin.OpenAsync("/verwaltung/einstellungen")).Text, StringComparison.Ordinal);
        Assert.Null(app.Services.GetRequiredService<IOptionsMonitor<MailOptions>>().CurrentValue.User);
        Assert.Equal("Landkreis Anders", app.Services.GetRequiredService<IOptionsMonitor<LegalOptions>>().CurrentValue.Operator);

        await SaveAsync(await karin.OpenAsync(Mail));

        Assert.DoesNotContain("passen nicht mehr", (await karin.OpenAsync("/verwaltung/einstellungen")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.DbAsync(db => db.Settings.ToListAsync()), setting => setting.Key.StartsWith("Mail:", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_keys_that_the_site_reads_can_be_edited()
    {
        var known = ((string, Type)[])[("Legal", typeof(LegalOptions)), ("Mail", typeof(MailOptions)), ("Limits", typeof(LimitOptions)), ("Limits", typeof(MailLimits))];

        Assert.Empty(StoredSettings.Keys.Except(known.SelectMany(section => section.Item2.GetProperties().Where(property => property.CanWrite).Select(property => $"{section.Item1}:{property.Name}")), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_not_for_organisers_is_neither_read_nor_written()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        var reset = Forms.Fill(await SaveAsync(await karin.OpenAsync(Operator), ("Betreiber", "x")), new Dictionary<string, string>(StringComparer.Ordinal), "Auf die Voreinstellung zurücksetzen: Betreiber");

        Assert.Equal(HttpStatusCode.NotFound, (await reset.With("key", "Site:BaseUrl").SendAsync()).Status);
        await using var scope = app.Services.CreateAsyncScope();
        await Assert.ThrowsAsync<ArgumentException>(() => scope.ServiceProvider.GetRequiredService<SettingEdits>().SaveAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Demo:Enabled"] = "true" }, new AuditEntry { At = default, Act = AuditAct.SettingsChanged, By = "x" }));
    }

    internal static Task<Page> SaveAsync(Page page, params (string Label, string Value)[] values) =>
        Forms.SubmitAsync(page, values.ToDictionary(value => value.Label, value => value.Value, StringComparer.Ordinal), "Speichern");
}
