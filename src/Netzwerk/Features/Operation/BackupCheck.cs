using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;

namespace Netzwerk.Features.Operation;

/// <summary>Is there a backup of the last two nights? The site does without; whoever runs it does not.</summary>
public sealed class BackupCheck(Backups backups, TimeProvider system) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Judge(await backups.LastMadeAsync(), backups.Failure, await backups.BegunAsync(), system.GetUtcNow().UtcDateTime);

    /// <param name="begun">Since when there is something to lose.</param>
    internal static HealthCheckResult Judge(DateTime? last, BackupFailure? failure, DateTime begun, DateTime now)
    {
        var made = last is { } at ? $"Die letzte ist von {BerlinTime.Moment(at)}." : "Es gibt noch keine.";
        if (failure is not null && !(last > failure.At)) return HealthCheckResult.Degraded($"{made} Der letzte Versuch ({BerlinTime.Moment(failure.At)}) misslang: {failure.Why}");
        return now - (last ?? begun) <= Backups.Fresh
            ? HealthCheckResult.Healthy(last is null ? $"{made} Die Seite macht jede Nacht eine." : made)
            : HealthCheckResult.Degraded($"{made} Die Seite sollte jede Nacht eine machen; machen Sie jetzt eine mit „dotnet Netzwerk.dll backup“ und sehen Sie ins Protokoll des Servers.");
    }
}
