using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;
using static Netzwerk.Tests.Features.Organizer.Settings.SettingsPagesTests;

namespace Netzwerk.Tests.Features.Organizer.Settings;

/// <summary>The mail server's password goes in and never comes out again.</summary>
public sealed class MailPasswordTests
{
    private const string Mail = "/verwaltung/einstellungen/e-mail";
    private const string Canary = "kanarienvogel-7391";

    [Fact]
    public async Task A_password_is_used_and_stands_on_no_page_in_no_log_and_not_in_the_database()
    {
        await using var app = new TestApp(("Mail:Port", "2"));
        using var karin = await app.SignInAsync(Cast.Organizer);

        var saved = await SaveAsync(await karin.OpenAsync(Mail), ("Benutzername", "netzwerk"), ("Passwort", Canary));
        Assert.Equal(Canary, Options(app).Password);
        var tried = await Forms.SubmitAsync(saved, "Testmail an mich senden");
        var refused = await SaveAsync(tried, ("Passwort", Canary), ("Port", "viele"));

        Assert.Contains("Eins ist gespeichert.", saved.Text, StringComparison.Ordinal);
        Assert.All((Page[])[saved, tried, refused, await karin.OpenAsync(Mail), await karin.OpenAsync("/verwaltung/einstellungen")], page => Assert.DoesNotContain(Canary, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain(Canary, app.Log.All, StringComparison.Ordinal);
        Assert.All(await app.DbAsync(db => db.Audit.ToListAsync()), entry => Assert.DoesNotContain(Canary, entry.Fields ?? "", StringComparison.Ordinal));
        Assert.Empty(Traces.Of(app, Canary));
    }

    [Fact]
    public async Task An_empty_password_means_unchanged_and_without_a_user_it_goes()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        await SaveAsync(await karin.OpenAsync(Mail), ("Benutzername", "netzwerk"), ("Passwort", Canary));

        await SaveAsync(await karin.OpenAsync(Mail), ("Absendername", "Das Netz"));
        Assert.Equal((Canary, "Das Netz"), (Options(app).Password, Options(app).FromName));

        await SaveAsync(await karin.OpenAsync(Mail), ("Benutzername", ""));
        Assert.True(string.IsNullOrEmpty(Options(app).Password));
        Assert.Equal(["Mail:FromName"], await app.DbAsync(db => db.Settings.Select(setting => setting.Key).Where(key => key.StartsWith("Mail:")).ToListAsync()));
    }

    [Fact]
    public async Task A_user_needs_a_password_and_a_password_needs_encryption()
    {
        await using var app = new TestApp(("Mail:Host", "smtp.netzwerk.test"));
        using var karin = await app.SignInAsync(Cast.Organizer);

        var page = await SaveAsync(await karin.OpenAsync(Mail), ("Benutzername", "netzwerk"));
        Assert.Equal("Geben Sie das Passwort zu diesem Benutzernamen ein", page.ErrorAt("Passwort"));

        page = await SaveAsync(page, ("Passwort", Canary), ("Verschlüsselung", "keine, nur für einen Mailserver auf derselben Maschine (Port 25)"));
        Assert.Equal("Ohne Verschlüsselung ginge das Passwort offen durchs Netz. Wählen Sie STARTTLS oder TLS", page.ErrorAt("Verschlüsselung"));
    }

    [Fact]
    public async Task Going_back_to_the_configuration_is_refused_where_the_site_would_not_start_with_it()
    {
        await using var app = new TestApp();
        using var karin = await app.SignInAsync(Cast.Organizer);
        var page = await SaveAsync(await karin.OpenAsync(Mail), ("Benutzername", "netzwerk"), ("Passwort", Canary));

        page = await Forms.SubmitAsync(page, "Auf die Voreinstellung zurücksetzen: Passwort");

        Assert.Contains("Es bleibt, wie es war.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Canary, Options(app).Password);
    }

    private static MailOptions Options(TestApp app) => app.Services.GetRequiredService<IOptionsMonitor<MailOptions>>().CurrentValue;
}
