using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Netzwerk.Features.Operation;

/// <summary>The data directory: there, writable, closed to others, with room; and who it is that looks.</summary>
internal static class FolderExam
{
    private const string What = "Datenordner";
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static IEnumerable<Finding> Look(string folder)
    {
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            yield return new("Benutzer", HealthStatus.Degraded, "Sie sind root. Lassen Sie die Seite als eigenen Benutzer laufen und rufen Sie auch „doctor“ als dieser auf: root darf alles und sieht nicht, was jenem fehlt.");
        else
            yield return new("Benutzer", HealthStatus.Healthy, $"{Environment.UserName}.");
        if (!Directory.Exists(folder))
        {
            yield return new(What, HealthStatus.Degraded, $"{folder} gibt es noch nicht; der erste Start legt ihn an. Läuft die Seite schon? Dann stimmt Site:DataDirectory hier nicht.");
            yield break;
        }
        yield return DoctorCommand.Examined(What, () => Folder(folder));
        yield return DoctorCommand.Examined("Speicherplatz", () => DoctorCommand.Find("Speicherplatz", DiskCheck.Judge(new DriveInfo(folder).AvailableFreeSpace)));
    }

    /// <summary>The files and folders that others of this machine may open.</summary>
    public static IReadOnlyList<string> OpenToOthers(params IEnumerable<string> paths)
    {
        var open = new List<string>();
        if (OperatingSystem.IsWindows()) return open;
        foreach (var path in paths)
        {
            if ((File.GetUnixFileMode(path) & Others) != UnixFileMode.None) open.Add(path);
        }
        return open;
    }

    private static Finding Folder(string folder)
    {
        try
        {
            using var trial = new FileStream(Path.Combine(folder, $".doctor-{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            trial.WriteByte(0);
            trial.Flush(flushToDisk: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new(What, HealthStatus.Unhealthy, $"{folder} lässt sich nicht beschreiben ({trouble.Message}). Er muss dem Benutzer der Seite gehören (chown) und auf einem beschreibbaren Laufwerk mit Platz liegen.");
        }
        return OpenToOthers(folder).Count == 0
            ? new(What, HealthStatus.Healthy, $"{folder} ist beschreibbar und für andere Benutzer geschlossen.")
            : new(What, HealthStatus.Degraded, $"{folder} ist für andere Benutzer dieser Maschine offen. Die Seite schließt ihn beim nächsten Start; sofort geht es mit: chmod 700 {folder}");
    }
}
