using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Wrong passwords per address, known or not; every fifth closes the address for a while that grows. In the database, so that all processes
/// count together and a restart gives no new guesses; in rows of their own and not in the account's, because a write for known addresses only
/// would tell them from unknown ones.
/// </summary>
public sealed class SignInAttempts(IServiceScopeFactory scopes, PersonalLinks links, TurnGate gate, TimeProvider clock)
{
    public const int PerRound = 5;

    private readonly byte[] _key = links.KeyFor("Netzwerk.SignInTallies.1");

    /// <summary>Counts an attempt that is about to be made. False, and not counted, while the address is closed.</summary>
    /// <param name="address">Normalized.</param>
    public async Task<bool> TakeAsync(string address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        using var turn = await gate.WaitAsync(CancellationToken.None);
        var now = clock.GetUtcNow().UtcDateTime;
        return await CountAsync(db, HashOf(address), now) == 1;
    }

    /// <summary>Somebody showed that the account is theirs.</summary>
    public async Task ForgetAsync(string address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hash = HashOf(address);
        using var turn = await gate.WaitAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<NetzwerkDb>().SignInTallies.Where(tally => tally.AddressHash == hash).ExecuteDeleteAsync();
    }

    /// <summary>One statement, understood by both engines, so that many at once, in many processes, get no more than their round.</summary>
    private static Task<int> CountAsync(NetzwerkDb db, byte[] hash, DateTime now)
    {
        var (first, second, third, last) = (now.AddMinutes(1), now.AddMinutes(5), now.AddMinutes(15), now.AddMinutes(60));
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
            WHERE "SignInTallies"."ClosedUntil" <= {now}
            """);
    }

    private byte[] HashOf(string address) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address));
}
