using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Wrong passwords per address, known or not; every fifth closes the address for a while that grows. In the database, so that all processes
/// count together and a restart gives no new guesses; in rows of their own and not in the account's, because a write for known addresses only
/// would tell them from unknown ones.
/// </summary>
public sealed class SignInAttempts(IServiceScopeFactory scopes, TurnGate gate, TimeProvider clock)
{
    public const int PerRound = 5;

    /// <summary>How many addresses are remembered. Each costs whoever fills it a password check, so that takes hours.</summary>
    public const int Room = 50_000;

    /// <summary>An address that was quiet for so long begins anew. Whoever guesses gets more out of the longest wait.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>Counts an attempt that is about to be made. False, and not counted, while the address is closed.</summary>
    /// <param name="address">Normalized.</param>
    public async Task<bool> TakeAsync(string address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        using var turn = await gate.WaitAsync(CancellationToken.None);
        var now = clock.GetUtcNow().UtcDateTime;
        await MakeRoomAsync(db, now);
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

    private static async Task MakeRoomAsync(NetzwerkDb db, DateTime now)
    {
        var forgotten = now - Memory;
        await db.SignInTallies.Where(tally => tally.LastAt < forgotten).ExecuteDeleteAsync();
        if (await db.SignInTallies.CountAsync() < Room) return;
        var quiet = db.SignInTallies.OrderBy(tally => tally.LastAt).Take(Room / 2).Select(tally => tally.AddressHash);
        await db.SignInTallies.Where(tally => quiet.Contains(tally.AddressHash)).ExecuteDeleteAsync();
    }

    private static byte[] HashOf(string address) => SHA256.HashData(Encoding.UTF8.GetBytes(address));
}
