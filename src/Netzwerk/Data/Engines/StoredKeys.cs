using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Data.Engines;

/// <summary>All keys that lie in the database: that of the personal links, and data protection's. One secret closes them all.</summary>
public static class StoredKeys
{
    public const string ClosedNow = "Die Schlüssel in der Datenbank lagen offen und sind ab jetzt mit Database:Secret verschlossen. In Sicherungen von vorher liegen sie noch offen. Siehe README, Abschnitt PostgreSQL.";

    /// <exception cref="DataDirectoryException">One was wrapped under another secret.</exception>
    public static async Task AssertAsync(NetzwerkDb db, KeyWrap? wrap)
    {
        SharedKey.Load(db, wrap);
        foreach (var xml in await db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml!).ToListAsync())
        {
            if (!KeyWrap.Opens(XElement.Parse(xml), wrap)) throw SharedKey.NotOpened();
        }
    }

    public static async Task<int> CountOpenAsync(NetzwerkDb db)
    {
        var keys = await db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml!).ToListAsync();
        return keys.Count(xml => KeyWrap.LiesOpen(XElement.Parse(xml))) + (SharedKey.LiesOpen(db) ? 1 : 0);
    }

    /// <summary>What was made while there was no secret. The caller sees to it that nobody else starts meanwhile.</summary>
    /// <returns>How many lay open.</returns>
    public static async Task<int> CloseAsync(NetzwerkDb db, KeyWrap wrap)
    {
        var open = (await db.DataProtectionKeys.ToListAsync()).FindAll(key => KeyWrap.LiesOpen(XElement.Parse(key.Xml!)));
        foreach (var key in open) key.Xml = wrap.Close(XElement.Parse(key.Xml!)).ToString(SaveOptions.DisableFormatting);
        var closed = open.Count + (SharedKey.Close(db, wrap) ? 1 : 0);
        await db.SaveChangesAsync();
        return closed;
    }
}
