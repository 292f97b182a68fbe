using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Domain;

namespace Netzwerk.Features.Operation;

/// <summary>
/// Is it as late as the server thinks? Every deadline depends on it. A year before this program was built is wrong for sure; and a clock
/// that ran unlike the machine's own pulse since somebody last looked was set.
/// </summary>
public sealed class ClockCheck(TimeProvider system, ClockGuard guard) : IHealthCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Remembers = TimeSpan.FromHours(1);
    private readonly Lock _lock = new();
    private (DateTimeOffset Wall, long Pulse) _look = (system.GetUtcNow(), system.GetTimestamp());
    private (TimeSpan By, long Pulse)? _jump;

    public static int BuildYear { get; } = int.Parse(
        typeof(ClockCheck).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BuildYear").Value!, CultureInfo.InvariantCulture);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look());

    public HealthCheckResult Look()
    {
        var now = system.GetUtcNow();
        var shown = BerlinTime.Moment(now.UtcDateTime);
        if (now.Year < BuildYear)
            return HealthCheckResult.Unhealthy($"Sie zeigt {shown}, das ist vorbei: Kein Anmeldeschluss stimmt. Stellen Sie die Uhr des Servers, am besten von selbst (systemd-timesyncd oder chrony).");
        // Looked at each time, because it compares with the look before.
        var jumped = Jump(now);
        if (guard.StateAt(now.UtcDateTime) != ClockState.Trusted) return HealthCheckResult.Degraded($"Sie zeigt {shown}. {Doubt(guard)}");
        return jumped is { } jump
            ? HealthCheckResult.Degraded($"Sie sprang um {Math.Abs(jump.TotalMinutes).ToString("N0", CultureInfo.GetCultureInfo("de-DE"))} Minuten {(jump > TimeSpan.Zero ? "vor" : "zurück")} und zeigt jetzt {shown}. "
                + "Stimmt das? Dann ist nichts zu tun. Sonst stellen Sie die Uhr des Servers.")
            : HealthCheckResult.Healthy($"Sie zeigt {shown}.");
    }

    /// <summary>What is wrong with it, what waits, and what to do.</summary>
    public static string Doubt(ClockGuard guard) =>
        $"Zuletzt hat die Seite am {BerlinTime.Moment(guard.Remembered!.Value)} etwas gespeichert: Entweder geht die Uhr des Servers falsch, oder die Seite stand lange still. "
        + "Deshalb wird nichts nach Frist gelöscht, und Erinnerungen und Abschlussberichte warten. Geht die Uhr falsch, stellen Sie sie (systemd-timesyncd oder chrony). "
        + "Geht sie richtig, bestätigt jemand aus der Organisation unter „Verwaltung“ das heutige Datum.";

    private TimeSpan? Jump(DateTimeOffset now)
    {
        lock (_lock)
        {
            var pulse = system.GetTimestamp();
            var passed = system.GetElapsedTime(_look.Pulse, pulse);
            var drift = now - _look.Wall - passed;
            // Keeping time by the network may bend a clock by a twentieth of a percent.
            if (drift.Duration() > Tolerance + (passed / 1000)) _jump = (drift, pulse);
            _look = (now, pulse);
            if (_jump is { } old && system.GetElapsedTime(old.Pulse, pulse) > Remembers) _jump = null;
            return _jump?.By;
        }
    }
}
