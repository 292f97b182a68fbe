using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared;

/// <summary>More sign-ups within an hour than families usually send: staff look whether they are real.</summary>
/// <param name="FromOneNetwork">How many the busiest network sent, repeats included.</param>
public sealed record SignUpRush(int LastHour, int FromOneNetwork, string ListPath)
{
    /// <summary>Beyond these it is unusual; half of what one network may send at all.</summary>
    private const int Many = 30, ManyFromOne = 15;

    /// <returns>Null where nothing is unusual.</returns>
    public static async Task<SignUpRush?> OfAsync(NetzwerkDb db, NetworkCounts counts, Event ev, DateTime now)
    {
        var since = now.AddHours(-1);
        var lastHour = await db.Registrations.CountAsync(r => r.EventId == ev.Id && r.ArrivedAt > since && r.TakenInBy == null);
        var fromOne = await counts.MostOfOneAsync(db, ev.Id);
        return lastHour >= Many || fromOne >= ManyFromOne ? new(lastHour, fromOne, $"/verwaltung/veranstaltungen/{ev.Slug}/anmeldungen?sortierung=eingang-ab") : null;
    }

    public string? OneNetwork => FromOneNetwork >= ManyFromOne ? $" Von einem einzigen Internet-Anschluss kamen {FromOneNetwork}." : null;
}
