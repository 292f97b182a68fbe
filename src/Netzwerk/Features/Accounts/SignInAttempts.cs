using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Domain;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Wrong passwords and codes per name, known or not, and network (or known device); every fifth closes the name there for a while that
/// grows, and nowhere else. In the database, so that all processes count together and a restart gives no new guesses; in rows of their own
/// and not in the account's, because a write for known names only would tell them from unknown ones.
/// </summary>
public sealed class SignInAttempts(IServiceScopeFactory scopes, PersonalLinks links, TurnGate gate, Engine engine, TimeProvider clock)
{
    public const int PerRound = 5;

    private readonly byte[] _key = links.KeyFor("Netzwerk.SignInTallies.1");

    /// <summary>Counts an attempt that is about to be made. False, and nothing written, while the name is closed there.</summary>
    /// <param name="key">See <see cref="SignInOrigin.KeyOf"/>.</param>
    public async Task<bool> TakeAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        var (hash, now) = (HashOf(key), clock.GetUtcNow().UtcDateTime);
        var latest = now + SignInTraces.LongestClosed;
        if (await db.SignInTallies.AnyAsync(tally => tally.AddressHash == hash && tally.ClosedUntil > now && tally.ClosedUntil <= latest))
            return false;
        using var turn = await TurnAsync();
        return await CountAsync(db, hash, clock.GetUtcNow().UtcDateTime) == 1;
    }

    /// <summary>Somebody showed that the account is theirs.</summary>
    public async Task ForgetAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hash = HashOf(key);
        using var turn = await TurnAsync();
        await scope.ServiceProvider.GetRequiredService<NetzwerkDb>().SignInTallies.Where(tally => tally.AddressHash == hash).ExecuteDeleteAsync();
    }

    /// <summary>SQLite has one writer, so a short statement has to wait behind the sign-ups; PostgreSQL locks this row and nobody waits.</summary>
    private async Task<IDisposable?> TurnAsync() => engine.Provider == DatabaseProvider.Sqlite ? await gate.WaitAsync(CancellationToken.None) : null;

    /// <summary>One statement, understood by both engines, so that many at once, in many processes, get no more than their round.</summary>
    private static Task<int> CountAsync(NetzwerkDb db, byte[] hash, DateTime now)
    {
        var (first, second, third, last) = (now.AddMinutes(1), now.AddMinutes(5), now.AddMinutes(15), now.AddMinutes(60));
        var latest = now + SignInTraces.LongestClosed;
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO "SignInTallies" ("AddressHash", "Count", "LastAt", "ClosedUntil") VALUES ({hash}, 1, {now}, {now})
            ON CONFLICT ("AddressHash") DO UPDATE SET
                "Count" = "SignInTallies"."Count" + 1,
                "LastAt" = {now},
                "ClosedUntil" = CASE
                    WHEN ("SignInTallies"."Count" + 1) % {PerRound} <> 0 THEN {now}
                    WHEN "SignInTallies"."Count" + 1 = {PerRound} THEN {first}
                    WHEN "SignInTallies"."Count" + 1 = {2 * PerRound} THEN {second}
                    WHEN "SignInTallies"."Count" + 1 = {3 * PerRound} THEN {third}
                    ELSE {last} END
            WHERE "SignInTallies"."ClosedUntil" <= {now} OR "SignInTallies"."ClosedUntil" > {latest}
            """);
    }

    private byte[] HashOf(string key) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(key));
}
