using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Mail;

namespace Netzwerk.Features.Operation;

/// <summary>Looked at whenever metrics are collected: how many mails wait and for how long, and what each check last came to.</summary>
public sealed class Gauges : IDisposable
{
    private readonly Meter _meter = new(Measures.Name);
    private readonly IServiceScopeFactory _scopes;
    private readonly EventClock _clock;

    public Gauges(IServiceScopeFactory scopes, EventClock clock, HealthLog health)
    {
        (_scopes, _clock) = (scopes, clock);
        _meter.CreateObservableGauge("netzwerk.outbox.depth", () => Ask(db => Backlog.Of(db).Count()), description: "Mails that wait to be sent");
        _meter.CreateObservableGauge("netzwerk.outbox.age", () => Ask(db => Backlog.Oldest(db).SingleOrDefault() is { } since ? (_clock.Now - since).TotalSeconds : 0), "s", "Age of the oldest of them");
        _meter.CreateObservableGauge("netzwerk.health", () => health.Last.Select(check => new Measurement<int>(
            check.Value switch { HealthStatus.Healthy => 2, HealthStatus.Degraded => 1, _ => 0 }, new KeyValuePair<string, object?>("check", check.Key))), description: "2 well, 1 to look at, 0 broken");
    }

    public void Dispose() => _meter.Dispose();

    private T Ask<T>(Func<NetzwerkDb, T> question)
    {
        using var scope = _scopes.CreateScope();
        return question(scope.ServiceProvider.GetRequiredService<NetzwerkDb>());
    }
}
