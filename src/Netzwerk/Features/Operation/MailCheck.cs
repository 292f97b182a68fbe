using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Operation;

/// <summary>
/// Does somebody send mails? Bad when nothing came to its end for a minute and nobody waits for the mail server either: then they wait and nobody
/// notices. A sender that stands still with one message is for a person to look at; the others go on.
/// </summary>
public sealed class MailWorkerCheck(OutboxWorker worker) : IHealthCheck
{
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (!worker.IsAtWork)
            return HealthCheckResult.Unhealthy("Er hat sich seit über einer Minute nicht gemeldet: E-Mails bleiben liegen, keine geht verloren. Starten Sie die Seite neu und sehen Sie ins Protokoll des Servers.");
        var waits = worker.LongestWait is { } wait && wait >= Slow ? $"Seit {(int)wait.TotalMinutes} Minuten steht eine E-Mail beim Mailserver, ohne dass er sie annimmt oder ablehnt. " : null;
        if (worker.StandsStill)
            return HealthCheckResult.Degraded($"{waits ?? "Der Mailserver antwortet sehr langsam. "}Andere gehen gerade nicht hinaus. Ob er erreichbar ist, sagt „dotnet Netzwerk.dll doctor“.");
        return waits is null
            ? HealthCheckResult.Healthy("Er sieht alle paar Sekunden nach, was zu senden ist.")
            : HealthCheckResult.Degraded($"{waits}Die anderen gehen weiter hinaus.");
    }
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
        if (await Backlog.FromTheFuture(db, clock.Now).AnyAsync(cancellationToken))
            return HealthCheckResult.Degraded($"{waiting}, davon mindestens eine mit einem Datum in der Zukunft: Die Uhr des Servers ging vor. Prüfen Sie die Uhr.");
        return clock.Now - since < Patience
            ? HealthCheckResult.Healthy($"{waiting} darauf, gesendet zu werden.")
            : HealthCheckResult.Degraded($"{waiting}, die älteste seit {BerlinTime.Moment(since)}. Was der Mailserver geantwortet hat, steht bei der Veranstaltung unter „E-Mails“; "
                + "ob er erreichbar ist, sagt „dotnet Netzwerk.dll doctor“. Gesendet wird von selbst, sobald er annimmt.");
    }
}
