using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data.Backup;

/// <summary>
/// An older copy of the database was put back. What was written between that copy and the restore is not known any more, and may have been
/// mailed nevertheless.
/// </summary>
public static class LastRestore
{
    /// <summary>Was this due before the restore, so that the database that is gone may have written it already?</summary>
    /// <param name="due">Event clock.</param>
    public static Task<bool> MayHaveHadAsync(NetzwerkDb db, DateTime due, EventClock clock)
    {
        var bySystem = due - clock.Offset;
        return db.Settings.AnyAsync(setting => setting.Key == StoredSetting.Restored && setting.ChangedAt >= bySystem);
    }
}
