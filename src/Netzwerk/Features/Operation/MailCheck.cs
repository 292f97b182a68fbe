using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Operation;

/// <summary>Does somebody send mails? Bad when no turn came through for a minute: then they wait and nobody notices.</summary>
public sealed class MailWorkerCheck(OutboxWorker worker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(worker.IsAtWork
        ? HealthCheckResult.Healthy("Er sieht alle paar Sekunden nach, was zu senden ist.")
        : HealthCheckResult.Unhealthy("Er hat sich seit über einer Minute nicht gemeldet: E-Mails bleiben liegen, keine geht verloren. Starten Sie die Seite neu und sehen Sie ins Protokoll des Servers."));
}

/// <summary>Does the mail server take what is sent? A mail that waits for long is for a person to look at, no reason to close the site.</summary>
public sealed class OutboxCheck(NetzwerkDb db, EventClock clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var count = await Backlog.Of(db).CountAsync(cancellationToken);
        if (await Backlog.Oldest(db).SingleOrDefaultAsync(cancellationToken) is not { } since) return HealthCheckResult.Healthy("Es wartet keine.");
        var waiting = count == 1 ? "Eine wartet" : $"{count} warten";
        return clock.Now - since < Patience
            ? HealthCheckResult.Healthy($"{waiting} darauf, gesendet zu werden.")
            : HealthCheckResult.Degraded($"{waiting}, die älteste seit {BerlinTime.Moment(since)}. Was der Mailserver geantwortet hat, steht bei der Veranstaltung unter „E-Mails“; "
                + "ob er erreichbar ist, sagt „dotnet Netzwerk.dll doctor“. Gesendet wird von selbst, sobald er annimmt.");
    }
}
