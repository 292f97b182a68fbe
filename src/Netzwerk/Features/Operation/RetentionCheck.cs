using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Privacy;

namespace Netzwerk.Features.Operation;

/// <summary>Does what is over its time go? Families were promised that.</summary>
public sealed class RetentionCheck(RetentionPace pace, ClockGuard guard) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(!guard.IsTrusted
        ? HealthCheckResult.Degraded("Gerade wird nichts gelöscht, weil die Uhr des Servers nicht glaubhaft ist. Was zu tun ist, steht bei „Uhr“.")
        : pace.IsStuck
        ? HealthCheckResult.Degraded("Beim letzten Mal ließ sich nicht alles löschen, dessen Frist um ist. Die Seite versucht es jede Stunde wieder. Bleibt es dabei, sehen Sie ins Protokoll des Servers.")
        : HealthCheckResult.Healthy("Gelöscht ist, wessen Frist um ist."));
}
