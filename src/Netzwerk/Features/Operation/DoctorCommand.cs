using System.Net.Security;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Operation;

/// <summary>
/// <c>dotnet Netzwerk.dll doctor</c>: looks at everything that the site needs, changes nothing, and says for each thing that it is well or what to do.
/// Works while the site runs, and when it does not start.
/// </summary>
public static class DoctorCommand
{
    public static Task<int> RunAsync(Order order) => RunAsync(order, certificates: null);

    /// <param name="certificates">Only tests set it, to trust their own authority.</param>
    internal static async Task<int> RunAsync(Order order, RemoteCertificateValidationCallback? certificates)
    {
        if (!order.HasOnly(words: 0)) return order.Misused("So heißt der Befehl: dotnet Netzwerk.dll doctor");
        var worst = HealthStatus.Healthy;
        var open = 0;
        await foreach (var finding in LookAsync(order, certificates))
        {
            var state = finding.Status switch { HealthStatus.Healthy => "in Ordnung", HealthStatus.Degraded => "BITTE ANSEHEN", _ => "BITTE HANDELN" };
            await order.Output.WriteLineAsync($"{finding.What}: {state}. {finding.Says}");
            if (finding.Status != HealthStatus.Healthy) open++;
            if (finding.Status < worst) worst = finding.Status;
        }
        await order.Output.WriteLineAsync((worst, open) switch
        {
            (HealthStatus.Healthy, _) => "Alles ist in Ordnung.",
            (_, 1) => "Eine Sache ist zu tun oder anzusehen.",
            _ => $"{open} Dinge sind zu tun oder anzusehen.",
        });
        return worst == HealthStatus.Unhealthy ? 1 : 0;
    }

    private static async IAsyncEnumerable<Finding> LookAsync(Order order, RemoteCertificateValidationCallback? certificates)
    {
        // The database comes first: organisers keep settings in it.
        var stored = new StoredSettings();
        ((IConfigurationBuilder)order.Configuration).Add(stored);
        var folder = SiteOptions.DataDirectoryOf(order.Configuration, order.Environment);
        foreach (var finding in FolderExam.Look(folder)) yield return finding;
        var isShared = string.Equals(order.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"], nameof(DatabaseProvider.PostgreSql), StringComparison.OrdinalIgnoreCase);
        if (!isShared && Directory.Exists(folder))
        {
            foreach (var finding in KeysExam.Look(folder)) yield return finding;
            yield return Examined("Sicherung", () => Backup(folder, order.Configuration));
        }
        if (isShared || Directory.Exists(folder))
            foreach (var finding in await DatabaseExam.LookAsync(folder, order.Configuration, stored)) yield return finding;
        var settings = new SettingsExam(order.Configuration, order.Environment);
        foreach (var finding in settings.Look()) yield return finding;
        var guard = await DatabaseExam.ClockAsync(folder, order.Configuration);
        yield return Examined("Uhr", () => Find("Uhr", new ClockCheck(TimeProvider.System, guard).Look()));
        yield return await MailServerAsync(settings.Mail, certificates);
    }

    /// <summary>An exam that breaks off is a finding too, and the others go on.</summary>
    internal static Finding Examined(string what, Func<Finding> look)
    {
        try
        {
            return look();
        }
        catch (Exception trouble)
        {
            return new(what, HealthStatus.Unhealthy, StartTrouble.Explain(trouble) ?? trouble.Message);
        }
    }

    internal static Finding Find(string what, HealthCheckResult result) => new(what, result.Status, result.Description ?? "");

    private static Finding Backup(string folder, IConfiguration configuration)
    {
        var place = configuration[$"{BackupOptions.Section}:{nameof(BackupOptions.Directory)}"] is { Length: > 0 } set ? set : Path.Combine(folder, "backups");
        var database = Path.Combine(folder, "netzwerk.db");
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return Find("Sicherung", BackupCheck.Judge(
            MadeBackup.In(place) is [var newest, ..] ? newest.MadeAt : null, BackupFailure.Read(Path.Combine(folder, "backup-failed")),
            File.Exists(database) ? File.GetCreationTimeUtc(database) : now, now));
    }

    private static async Task<Finding> MailServerAsync(MailOptions? mail, RemoteCertificateValidationCallback? certificates)
    {
        const string What = "Mailserver";
        if (mail is null) return new(What, HealthStatus.Degraded, "Nicht gefragt, weil die Einstellungen der E-Mail nicht stimmen. Berichtigen Sie sie zuerst.");
        if (!mail.HasServer) return new(What, HealthStatus.Healthy, "Keiner eingestellt: E-Mails werden als Dateien geschrieben.");
        var where = $"{mail.Host}, Port {mail.EffectivePort}";
        var server = await MailServerProbe.AskAsync(mail, certificates, CancellationToken.None);
        if (server.Trouble is { } trouble)
            return new(What, HealthStatus.Unhealthy, $"{where}: {trouble}. Prüfen Sie Mail:Host, Mail:Port, Mail:Security, Mail:User und Mail:Password oder fragen Sie, wer den Mailserver betreibt.");
        var signedIn = string.IsNullOrEmpty(mail.User) ? "ohne Anmeldung" : "die Anmeldung gilt";
        return server.Tls == System.Security.Authentication.SslProtocols.None && !MailOptionsCheck.IsLoopback(mail.Host)
            ? new(What, HealthStatus.Degraded, $"{where} antwortet, {signedIn}, aber unverschlüsselt: Jeder auf dem Weg kann mitlesen. Setzen Sie Mail:Security auf StartTls oder Tls.")
            : new(What, HealthStatus.Healthy, $"{where} antwortet, {(server.Tls == System.Security.Authentication.SslProtocols.None ? "auf dieser Maschine" : $"verschlüsselt mit {server.Tls} und gültigem Zertifikat")}, {signedIn}. Gesendet wurde nichts.");
    }
}
