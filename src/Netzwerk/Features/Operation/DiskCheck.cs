using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;

namespace Netzwerk.Features.Operation;

/// <summary>Is there room for what comes? A full disk refuses every sign-up, so it is said long before.</summary>
public sealed class DiskCheck(DataDirectory directory) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Judge(new DriveInfo(directory.Path).AvailableFreeSpace));

    /// <param name="free">Bytes that are free where the data lies.</param>
    public static HealthCheckResult Judge(long free) => free switch
    {
        < 200 * Megabyte => HealthCheckResult.Unhealthy($"Nur noch {free / Megabyte} MB frei: Bald kann die Seite nichts mehr speichern. Schaffen Sie jetzt Platz im Datenordner."),
        < 1024 * Megabyte => HealthCheckResult.Degraded($"Noch {free / Megabyte} MB frei. Schaffen Sie in den nächsten Tagen Platz auf dem Laufwerk des Datenordners."),
        _ => HealthCheckResult.Healthy($"{((double)free / Megabyte / 1024).ToString("N1", German)} GB frei."),
    };
}
