using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data.Engines;

/// <summary>The key of the personal links where several processes need the same one: in the database, wrapped if there is a secret for it.</summary>
public static class SharedKey
{
    public const string Unwrapped = "Database:Secret fehlt. Wer die Datenbank oder eine Sicherung lesen kann, kann persönliche Links und Sitzungen öffnen. Siehe README, Abschnitt PostgreSQL.";

    private const string Plain = "plain:", Wrapped = "wrapped:";

    /// <returns>256 bits; made by whoever comes first.</returns>
    /// <exception cref="DataDirectoryException">It was wrapped under another secret.</exception>
    public static byte[] LoadOrMake(NetzwerkDb db, KeyWrap? wrap)
    {
        if (Find(db) is not { } stored)
        {
            try
            {
                Keep(db, RandomNumberGenerator.GetBytes(32), wrap);
                db.SaveChanges();
            }
            catch (DbUpdateException)
            {
                // Another process made it at the same moment.
                db.ChangeTracker.Clear();
            }
            stored = Find(db) ?? throw new InvalidOperationException("The key of the personal links could not be stored.");
        }
        return Open(stored, wrap);
    }

    /// <returns>Null when none was made yet.</returns>
    /// <exception cref="DataDirectoryException">It was wrapped under another secret.</exception>
    public static byte[]? Load(NetzwerkDb db, KeyWrap? wrap) => Find(db) is { } stored ? Open(stored, wrap) : null;

    /// <summary>Adds the row; the caller saves.</summary>
    public static void Keep(NetzwerkDb db, byte[] key, KeyWrap? wrap) => db.Add(new StoredSetting
    {
        Key = StoredSetting.LinksKey,
        Value = Written(key, wrap),
        ChangedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
        ChangedBy = "",
    });

    public static bool LiesOpen(NetzwerkDb db) => Find(db) is { } stored && stored.StartsWith(Plain, StringComparison.Ordinal);

    /// <summary>Changes the row; the caller saves.</summary>
    /// <returns>False when it did not lie open.</returns>
    public static bool Close(NetzwerkDb db, KeyWrap wrap)
    {
        if (!LiesOpen(db)) return false;
        var row = db.Settings.Single(setting => setting.Key == StoredSetting.LinksKey);
        row.Value = Written(Open(row.Value, wrap), wrap);
        return true;
    }

    public static DataDirectoryException NotOpened() =>
        new("Die Schlüssel in der Datenbank lassen sich nicht öffnen. Setzen Sie Database:Secret auf den Wert, mit dem sie angelegt wurden. Siehe README, Abschnitt PostgreSQL.");

    private static string Written(byte[] key, KeyWrap? wrap) => wrap is null ? Plain + Convert.ToBase64String(key) : Wrapped + wrap.Wrap(key);

    private static string? Find(NetzwerkDb db) => db.Settings.AsNoTracking().Where(setting => setting.Key == StoredSetting.LinksKey).Select(setting => setting.Value).SingleOrDefault();

    private static byte[] Open(string stored, KeyWrap? wrap)
    {
        try
        {
            if (stored.StartsWith(Plain, StringComparison.Ordinal)) return Convert.FromBase64String(stored[Plain.Length..]);
            if (wrap is not null && stored.StartsWith(Wrapped, StringComparison.Ordinal)) return wrap.Unwrap(stored[Wrapped.Length..]);
        }
        catch (Exception damaged) when (damaged is CryptographicException or FormatException)
        {
            // Said below.
        }
        throw NotOpened();
    }
}
