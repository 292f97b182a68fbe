using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// How often one network did something lately, for all processes together. A window begins with the first time and ends by itself; of the
/// network only a keyed hash is kept, and that goes soon after.
/// </summary>
public sealed class NetworkCounts(PersonalLinks links, TimeProvider clock)
{
    public static readonly TimeSpan SignUpWindow = TimeSpan.FromHours(1);

    /// <summary>A day is the longest window, an hour for clocks that differ; what ends later comes from a clock that was ahead.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(25);

    private readonly byte[] _key = links.KeyFor("Netzwerk.NetworkCounts.1");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="what">What is counted, for whom or which event.</param>
    public byte[] KeyOf(string what, string network) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{what} {network}"));

    /// <summary>The windows that are not over, by the hexadecimal key.</summary>
    public async Task<Dictionary<string, NetworkCount>> LookUpAsync(NetzwerkDb db, IReadOnlyCollection<byte[]> keys)
    {
        if (keys.Count == 0) return [];
        var now = Now;
        var latest = now + Longest;
        var found = await db.NetworkCounts.AsNoTracking()
            .Where(count => keys.Contains(count.Key) && count.Until > now && count.Until <= latest).ToListAsync();
        return found.ToDictionary(count => Convert.ToHexString(count.Key), StringComparer.Ordinal);
    }

    /// <summary>In the caller's transaction.</summary>
    public Task AddAsync(NetzwerkDb db, byte[] key, int more, TimeSpan window, Guid? eventId = null)
    {
        var now = Now;
        var (until, latest) = (now + window, now + Longest);
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO "NetworkCounts" ("Key", "EventId", "Count", "Until") VALUES ({key}, {eventId}, {more}, {until})
            ON CONFLICT ("Key") DO UPDATE SET
                "Count" = CASE WHEN "NetworkCounts"."Until" <= {now} OR "NetworkCounts"."Until" > {latest} THEN {more} ELSE "NetworkCounts"."Count" + {more} END,
                "Until" = CASE WHEN "NetworkCounts"."Until" <= {now} OR "NetworkCounts"."Until" > {latest} THEN {until} ELSE "NetworkCounts"."Until" END
            """);
    }

    /// <summary>How many of this event's sign-ups came from the network that sent most, in a window that is not over.</summary>
    public async Task<int> MostOfOneAsync(NetzwerkDb db, Guid eventId)
    {
        var now = Now;
        var latest = now + Longest;
        return await db.NetworkCounts.Where(count => count.EventId == eventId && count.Until > now && count.Until <= latest)
            .Select(count => (int?)count.Count).MaxAsync() ?? 0;
    }
}
