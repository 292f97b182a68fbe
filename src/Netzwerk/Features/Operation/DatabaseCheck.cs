using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data;
using Netzwerk.Data.Engines;

namespace Netzwerk.Features.Operation;

/// <summary>
/// Does the database read, and could somebody write? Answers within seconds, whatever holds the database. Anybody may ask, and to ask means
/// to stand in the writers' line, so it is asked once for all who come within a few seconds.
/// </summary>
public sealed class DatabaseCheck(IServiceScopeFactory scopes, Engine engine, TurnGate gate, TimeProvider system) : IHealthCheck
{
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly Lock _one = new();
    private Task<HealthCheckResult>? _answer;
    private long _askedAt;

    private const int LockSeconds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_one)
        {
            if (_answer is null || (_answer.IsCompleted && system.GetElapsedTime(_askedAt) >= Remembered)) (_answer, _askedAt) = (AskAsync(), system.GetTimestamp());
            return _answer.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> AskAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            // SQLite's driver sleeps where others wait, so it gets a thread that nobody else needs.
            await Task.Run(() => ReadAndLockAsync(limit.Token), limit.Token).WaitAsync(limit.Token);
            return HealthCheckResult.Healthy("Sie liest und schreibt.");
        }
        catch (Exception trouble)
        {
            return HealthCheckResult.Unhealthy(
                "Sie nimmt gerade nichts an: Anmeldungen werden abgewiesen, was eingetragen wurde, bleibt im Formular stehen. Rufen Sie „dotnet Netzwerk.dll doctor“ "
                + "auf, er sagt, woran es liegt: Ein anderes Programm hält sie gesperrt, ihr Laufwerk ist voll oder schreibgeschützt, oder ihr Server ist nicht zu erreichen.", trouble);
        }
    }

    private async Task ReadAndLockAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        await db.Events.AnyAsync(cancel);
        using var turn = await gate.WaitAsync(cancel);
        await engine.ProbeWriteAsync(db, LockSeconds, cancel);
    }
}
