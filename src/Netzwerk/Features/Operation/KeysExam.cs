using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Netzwerk.Features.Operation;

/// <summary>What lies in <c>keys/</c>: without it the links in sent mails are dead and stored secrets are lost.</summary>
internal static class KeysExam
{
    private const string What = "Schlüssel";

    public static IEnumerable<Finding> Look(string folder)
    {
        var keys = Path.Combine(folder, "keys");
        var files = Directory.Exists(keys) ? Directory.GetFiles(keys) : [];
        if (files.Length == 0)
        {
            yield return File.Exists(Path.Combine(folder, "netzwerk.db"))
                ? new(What, HealthStatus.Unhealthy, $"{keys} ist leer, obwohl es eine Datenbank gibt: Persönliche Links in verschickten E-Mails gelten dann nicht mehr. Holen Sie den Ordner aus der Sicherung zurück, bevor Sie die Seite starten.")
                : new(What, HealthStatus.Healthy, "Noch keine; der erste Start macht sie.");
            yield break;
        }
        yield return DoctorCommand.Examined(What, () => LinksKey(Path.Combine(keys, "links.key")));
        yield return Protection(() => DataProtectionProvider.Create(new DirectoryInfo(keys), protection => protection.SetApplicationName("Netzwerk").DisableAutomaticKeyGeneration()), keys);
        if (FolderExam.OpenToOthers(files) is { Count: > 0 } open)
            yield return new(What, HealthStatus.Unhealthy, $"Andere Benutzer dieser Maschine können {string.Join(", ", open.Select(Path.GetFileName))} lesen. Schließen Sie sie: chmod 600 {keys}/*");
    }

    private static Finding LinksKey(string file) => File.Exists(file) && new FileInfo(file).Length == 32
        ? new(What, HealthStatus.Healthy, "links.key (persönliche Links) ist da.")
        : new(What, HealthStatus.Unhealthy, $"{file} fehlt oder ist beschädigt: Persönliche Links in verschickten E-Mails gelten dann nicht mehr. Holen Sie die Datei aus der Sicherung zurück.");

    /// <param name="open">Makes no key: looking changes nothing.</param>
    /// <param name="where">In words, behind „in“.</param>
    public static Finding Protection(Func<IDataProtectionProvider> open, string where)
    {
        try
        {
            var guard = open().CreateProtector("doctor");
            return guard.Unprotect(guard.Protect("Probe")) == "Probe"
                ? new(What, HealthStatus.Healthy, "Der Datenschutz-Schlüssel (Formulare, Sitzungen, Kennwörter) ver- und entschlüsselt.")
                : new(What, HealthStatus.Unhealthy, $"Der Datenschutz-Schlüssel in {where} ist beschädigt. Holen Sie ihn aus der Sicherung zurück.");
        }
        catch (Exception trouble)
        {
            return new(What, HealthStatus.Degraded, $"In {where} ist gerade kein gültiger Datenschutz-Schlüssel ({trouble.Message}) Die laufende Seite macht von selbst einen neuen; bleibt das so, holen Sie ihn aus der Sicherung zurück.");
        }
    }
}
