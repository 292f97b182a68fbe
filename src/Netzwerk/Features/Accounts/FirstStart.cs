using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Accounts;

/// <summary>Tells on the console how the first organiser gets in. Not in the log, which others may read.</summary>
public static class FirstStart
{
    public static async Task OfferSetupAsync(NetzwerkDb db, SetupCode code, SiteOptions site)
    {
        if (await db.Users.AnyAsync()) return;
        Console.WriteLine($"Noch gibt es kein Konto. Öffnen Sie {site.Url("/konto/einrichten")} und geben Sie diesen Code ein: {await code.OfferAsync()}");
    }
}
