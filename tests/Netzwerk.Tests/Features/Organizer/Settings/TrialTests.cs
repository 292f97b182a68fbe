using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Features.Demo;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Mail.Kit;
using static Netzwerk.Tests.Features.Organizer.Settings.SettingsPagesTests;

namespace Netzwerk.Tests.Features.Organizer.Settings;

/// <summary>The test mail says what happened.</summary>
public sealed class TrialTests
{
    private const string Mail = "/verwaltung/einstellungen/e-mail";
    private const string Plain = "None";

    [Fact]
    public async Task A_server_that_takes_it_is_quoted_and_the_checklist_notes_it()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.None);
        await using var app = AppFor(server.Port, Plain);
        using var karin = await app.SignInAsync(Cast.Organizer);

        var page = await TryAsync(karin);

        Assert.Contains("Der Mailserver hat die Testmail angenommen.", page.Text, StringComparison.Ordinal);
        Assert.Contains("„250 2.0.0 queued“", page.Text, StringComparison.Ordinal);
        Assert.Contains("To: Karin Probe <karin@netzwerk.test>", Assert.Single(server.Taken), StringComparison.Ordinal);
        Assert.Empty(await app.DbAsync(db => db.Set<OutboxMail>().ToListAsync()));
        Assert.True(await IsNotedAsync(karin));
        await app.DbAsync(db => db.Audit.ExecuteDeleteAsync());
        Assert.True(await IsNotedAsync(karin));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(await karin.OpenAsync(Mail), ("Absendername", "Anders"));
        Assert.False(await IsNotedAsync(karin));
    }

    [Theory]
    [InlineData(SmtpFault.AuthRefused, Plain, true, "Anmeldung beim Mailserver: abgelehnt.", "Benutzername oder Passwort stimmen nicht.", "535")]
    [InlineData(SmtpFault.Sender530, Plain, false, "wird verlangt, ist aber nicht eingestellt.", "Tragen Sie Benutzername und Passwort ein.", "authenticate first")]
    [InlineData(SmtpFault.Sender550, Plain, false, "Übergabe: Der Mailserver hat die E-Mail nicht angenommen.", "Mit dieser Absenderadresse dürfen Sie hier nicht senden.", "550")]
    [InlineData(SmtpFault.RelayDenied, Plain, false, "wird verlangt, ist aber nicht eingestellt.", "Der Mailserver verlangt eine Anmeldung.", "554")]
    [InlineData(SmtpFault.Recipient550, Plain, false, "nicht angenommen.", "Der Mailserver nimmt Ihre eigene Adresse nicht an.", "550")]
    [InlineData(SmtpFault.Data554, Plain, false, "nicht angenommen.", "Der Mailserver hat den Inhalt abgelehnt", "554")]
    [InlineData(SmtpFault.Greeting421, Plain, false, "kam keine zustande.", "nimmt aber gerade nichts an", "421")]
    [InlineData(SmtpFault.DropWhileReading, Plain, false, "nicht angenommen.", "Die Verbindung brach ab.", "")]
    [InlineData(SmtpFault.NoStartTls, "StartTls", false, "Verschlüsselung: kam nicht zustande.", "bietet an diesem Port kein STARTTLS an", "")]
    [InlineData(SmtpFault.NoStartTls, "Tls", false, "Verschlüsselung: kam nicht zustande.", "nicht von Anfang an TLS", "")]
    public async Task Each_trouble_is_told_with_what_to_do(SmtpFault fault, string security, bool login, string step, string advice, string answer)
    {
        using var server = new MisbehavingSmtpServer(fault);
        await using var app = AppFor(server.Port, security, login);
        using var karin = await app.SignInAsync(Cast.Organizer);

        var page = await TryAsync(karin);

        Assert.Contains("Die Testmail ging nicht hinaus.", page.Text, StringComparison.Ordinal);
        Assert.Contains(step, page.Text, StringComparison.Ordinal);
        Assert.Contains(advice, page.Text, StringComparison.Ordinal);
        Assert.Contains(answer, page.Text, StringComparison.Ordinal);
        Assert.False(await IsNotedAsync(karin));
    }

    [Fact]
    public async Task A_port_that_nobody_answers_is_told()
    {
        await using var app = AppFor(2, Plain);
        using var karin = await app.SignInAsync(Cast.Organizer);

        Assert.Contains("Unter diesem Port antwortet niemand.", (await TryAsync(karin)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_told_and_nothing_was_said_in_plain_text()
    {
        using var certificates = new TestCertificates();
        using var server = new RealSmtpServer(certificates);
        await using var app = AppFor(server.Port, "StartTls", login: true);
        using var karin = await app.SignInAsync(Cast.Organizer);

        Assert.Contains("Dem Zertifikat des Mailservers ist nicht zu trauen", (await TryAsync(karin)).Text, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData(RealSmtpServer.Password, null)]
    [InlineData("falsch", TrialTrouble.SignInRefused)]
    public async Task With_TLS_and_login_the_version_is_told(string password, TrialTrouble? trouble)
    {
        using var certificates = new TestCertificates();
        using var server = new RealSmtpServer(certificates);
        var options = new MailOptions { Host = "127.0.0.1", Port = server.Port, User = RealSmtpServer.User, Password = password, From = "absender@netz.example" };
        var trial = new MailTrial(new Fixed<MailOptions>(options), "", TimeProvider.System) { CertificateCheck = certificates.Trust };
        await using var kit = new OutboxKit();
        using var message = await kit.Composer.ComposeAsync(Letter.ToAnna());

        var report = await trial.RunAsync(message);

        Assert.Equal(trouble, report.Trouble);
        Assert.StartsWith("Tls1", report.Encryption, StringComparison.Ordinal);
        Assert.Equal(trouble is null ? 1 : 0, server.Messages.Length);
    }

    [Fact]
    public async Task A_server_that_keeps_silent_does_not_keep_the_page()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.SilentGreeting);
        var options = new MailOptions { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None };
        var trial = new MailTrial(new Fixed<MailOptions>(options), "", TimeProvider.System) { Patience = TimeSpan.FromMilliseconds(300) };
        await using var kit = new OutboxKit();
        using var message = await kit.Composer.ComposeAsync(Letter.ToAnna());

        Assert.Equal((TrialTrouble.TooSlow, TrialStep.Connection), ((await trial.RunAsync(message)) is { } report ? (report.Trouble!.Value, report.FailedAt!.Value) : default));
    }

    [Fact]
    public async Task In_the_demo_it_becomes_a_file_whatever_the_settings_say()
    {
        await using var app = new DemoApp(("Mail:Host", "smtp.netzwerk.test"));
        using var karin = await app.SignInAsync(Cast.Organizer);

        Assert.Contains("Die Testmail ist als Datei geschrieben.", (await TryAsync(karin)).Text, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(app.DataFolder, "mails"), "*.eml"));
    }

    [Fact]
    public async Task Only_a_few_may_be_sent_at_once()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.None);
        await using var app = AppFor(server.Port, Plain);
        using var karin = await app.SignInAsync(Cast.Organizer);
        for (var i = 0; i < 5; i++) await TryAsync(karin);

        Assert.Contains("viele Testmails", (await TryAsync(karin)).Text, StringComparison.Ordinal);
        Assert.Equal(5, server.Taken.Count);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Contains("angenommen", (await TryAsync(karin)).Text, StringComparison.Ordinal);
        Assert.Equal(6, await app.DbAsync(db => db.Audit.CountAsync(entry => entry.Act == AuditAct.TestMailSent)));
    }

    private static TestApp AppFor(int port, string security, bool login = false) => login
        ? new(("Mail:Port", $"{port}"), ("Mail:Security", security), ("Mail:User", "netzwerk"), ("Mail:Password", "geheim"))
        : new(("Mail:Port", $"{port}"), ("Mail:Security", security));

    private static async Task<Page> TryAsync(HttpClient karin) => await Forms.SubmitAsync(await karin.OpenAsync(Mail), "Testmail an mich senden");

    private static async Task<bool> IsNotedAsync(HttpClient karin) =>
        (await karin.OpenAsync("/verwaltung/einstellungen")).Text.Contains("Fertig Testmail angenommen", StringComparison.Ordinal);
}
