using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Netzwerk.Features.Operation;

/// <summary>Looks at everything every few minutes, asked or not, and writes down what changed.</summary>
public sealed class HealthLog(ILogger<HealthLog> log) : IHealthCheckPublisher
{
    private readonly ConcurrentDictionary<string, HealthStatus> _last = new(StringComparer.Ordinal);

    /// <summary>What each check last came to.</summary>
    public IReadOnlyDictionary<string, HealthStatus> Last => _last;

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var (check, entry) in report.Entries)
        {
            var before = _last.GetValueOrDefault(check, HealthStatus.Healthy);
            _last[check] = entry.Status;
            if (entry.Status == before) continue;
            var level = entry.Status switch { HealthStatus.Healthy => LogLevel.Information, HealthStatus.Degraded => LogLevel.Warning, _ => LogLevel.Error };
            // Exceptions stay out: their text may hold an address.
            log.Log(level, "{Check} is {Status}: {Says} {Exception}", check, entry.Status, entry.Description, entry.Exception?.GetType().Name);
        }
        return Task.CompletedTask;
    }
}
