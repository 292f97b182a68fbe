using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Operation;

/// <summary>„dotnet Netzwerk.dll doctor“: everything at once, each with what to do.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly TestCertificates _certificates = new();

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task While_the_site_runs_everything_is_well_and_nothing_changes()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);
        using var server = new RealSmtpServer(_certificates);
        var before = Files(app.DataFolder);

        var visit = await Doctor.AskAsync(app.DataFolder, Server(server.Port, "StartTls", RealSmtpServer.Password), _certificates.Trust);

        Assert.Equal(0, visit.ExitCode);
        Assert.DoesNotContain("BITTE HANDELN", visit.Words, StringComparison.Ordinal);
        foreach (var well in (string[])["Datenordner", "Schlüssel", "Datenbank", "Schema", "Einstellungen", "Uhr", "Mailserver"])
            Assert.Contains($"{well}: in Ordnung. ", visit.Words, StringComparison.Ordinal);
        Assert.Contains("verschlüsselt mit Tls1", visit.Words, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
        Assert.Equal(before, Files(app.DataFolder));
        Assert.Equal("Sie sind angemeldet", (await app.SignUpAsync(Cast.Bernd)).Heading);
    }

    [Fact]
    public async Task Where_nothing_is_there_yet_it_says_every_setting_that_lacks_and_makes_nothing()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"netzwerk-doctor-{Guid.NewGuid():N}");

        var visit = await Doctor.AskAsync(folder, [("Site:BaseUrl", ""), ("Mail:Host", ""), ("Mail:From", "kein Absender"), ("Limits:FormsPerAddress", "0"), ("Proxy:Known", "nebenan"), ("Legal:Operator", "")]);

        Assert.Equal(1, visit.ExitCode);
        foreach (var lack in (string[])["Site:BaseUrl fehlt", "Mail:Host fehlt", "Mail:From ist keine", "Limits:FormsPerAddress muss", "Proxy:Known enthält „nebenan“"])
            Assert.Contains($"Einstellungen: BITTE HANDELN. {lack}", visit.Words, StringComparison.Ordinal);
        Assert.Contains("Anmeldungen: BITTE ANSEHEN. Sie sind geschlossen, bis auch das eingetragen ist: Legal:Operator („Betreiber“).", visit.Words, StringComparison.Ordinal);
        Assert.Contains("gibt es noch nicht", visit.Words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_setting_of_the_wrong_kind_is_told_by_its_name_and_not_by_its_value()
    {
        var visit = await Doctor.AskAsync("/gibt/es/nicht", [("Mail:Port", "geheim587")]);

        Assert.Contains("Einstellungen: BITTE HANDELN. Mail:Port hat einen Wert, der dort nicht passt", visit.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim587", visit.Words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task A_damaged_database_a_lost_key_and_an_open_folder_are_found()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);
        using var copy = new TestFolder();
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(copy.Path, "netzwerk.db")}"));
        Directory.CreateDirectory(Path.Combine(copy.Path, "keys"));
        foreach (var key in Directory.GetFiles(Path.Combine(app.DataFolder, "keys"))) File.Copy(key, Path.Combine(copy.Path, "keys", Path.GetFileName(key)));
        await File.WriteAllTextAsync(Path.Combine(copy.Path, "keys", "links.key"), "zu kurz");
        await using (var file = File.OpenWrite(Path.Combine(copy.Path, "netzwerk.db")))
        {
            file.Position = 4096 * 3;
            file.Write(new byte[4096 * 4]);
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead);

        var visit = await Doctor.AskAsync(copy.Path, []);

        Assert.Equal(1, visit.ExitCode);
        Assert.Matches("Datenbank: BITTE HANDELN. (Sie|Die Datenbank) ist beschädigt", visit.Words);
        Assert.Contains("links.key fehlt oder ist beschädigt", visit.Words, StringComparison.Ordinal);
        Assert.Contains("ist für andere Benutzer dieser Maschine offen", visit.Words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task A_database_of_a_newer_program_and_one_that_is_older_are_told_apart()
    {
        await using var app = new TestApp();
        await app.EventAsync();
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsHistory WHERE MigrationId NOT LIKE '%_Start'"));
        Assert.Contains("der nächste Start macht eine Sicherung und holt sie nach", (await Doctor.AskAsync(app.DataFolder, [])).Words, StringComparison.Ordinal);

        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Zukunft', '10')"));
        Assert.Contains("Schema: BITTE HANDELN. Die Datenbank gehört zu einer neueren Fassung", (await Doctor.AskAsync(app.DataFolder, [])).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StartTls", "falsch", true, "nimmt Mail:User und Mail:Password nicht an")]
    [InlineData("StartTls", RealSmtpServer.Password, false, "TLS mit dem Mailserver kam nicht zustande (Zertifikat?)")]
    [InlineData("Tls", RealSmtpServer.Password, true, "TLS mit dem Mailserver kam nicht zustande")]
    public async Task What_the_mail_server_refuses_is_told_with_what_to_check(string security, string password, bool trusted, string words)
    {
        using var server = new RealSmtpServer(_certificates);

        var visit = await Doctor.AskAsync("/gibt/es/nicht", Server(server.Port, security, password), trusted ? _certificates.Trust : null);

        Assert.Equal(1, visit.ExitCode);
        Assert.Matches($"Mailserver: BITTE HANDELN. 127.0.0.1, Port {server.Port}: .*{System.Text.RegularExpressions.Regex.Escape(words)}.*Prüfen Sie Mail:Host", visit.Words);
        Assert.DoesNotContain(password, visit.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpFault.NoStartTls, "bietet nicht, was Mail:Security")]
    [InlineData(SmtpFault.Greeting554, "554 5.3.2 no service here")]
    public async Task A_server_that_lacks_what_is_needed_gets_no_password(SmtpFault fault, string words)
    {
        using var server = new MisbehavingSmtpServer(fault);

        var visit = await Doctor.AskAsync("/gibt/es/nicht", Server(server.Port, "StartTls", RealSmtpServer.Password));

        Assert.Contains(words, visit.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(server.PlainLines, line => line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task Nobody_listening_is_said_so()
    {
        var visit = await Doctor.AskAsync("/gibt/es/nicht", Server(Nginx.FreePort(), "StartTls", RealSmtpServer.Password));

        Assert.Contains("Keine Verbindung zum Mailserver", visit.Words, StringComparison.Ordinal);
    }

    public void Dispose() => _certificates.Dispose();

    private static (string, string)[] Server(int port, string security, string password) =>
        [("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{port}"), ("Mail:Security", security), ("Mail:User", RealSmtpServer.User), ("Mail:Password", password)];

    private static string Files(string folder) => string.Join('\n', Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
}
