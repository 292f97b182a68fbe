using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>The one way to change stored settings: all of them and the audit at once, and from then on they count.</summary>
public sealed class SettingEdits(NetzwerkDb db, CommonTurn turns, StoredSettings stored, IDataProtectionProvider protection, EventChanges changes)
{
    /// <param name="values">By key; null goes back to what the configuration says.</param>
    /// <param name="entry">Who and which fields, never a value.</param>
    public async Task SaveAsync(IReadOnlyDictionary<string, string?> values, AuditEntry entry)
    {
        await using (var turn = await turns.TakeAsync())
        {
            var rows = await db.Settings.ToDictionaryAsync(setting => setting.Key, StringComparer.OrdinalIgnoreCase);
            foreach (var (key, value) in values) Put(rows.GetValueOrDefault(key), key, value, entry);
            if (rows.GetValueOrDefault(StoredSetting.MailTried) is { } tried && values.Keys.Any(key => key.StartsWith("Mail:", StringComparison.OrdinalIgnoreCase))) db.Remove(tried);
            db.Add(entry);
            await db.SaveChangesAsync();
            await turn.CommitAsync();
        }
        await stored.LoadAsync(db, protection);
        changes.Announce();
    }

    private void Put(StoredSetting? row, string key, string? value, AuditEntry entry)
    {
        if (!StoredSettings.Keys.Contains(key)) throw new ArgumentException($"{key} is not for organisers. Add it to {nameof(StoredSettings)}.{nameof(StoredSettings.Keys)}.", nameof(key));
        if (value is null)
        {
            if (row is not null) db.Remove(row);
            return;
        }
        var kept = StoredSettings.IsSecret(key) ? StoredSettings.Guard(protection).Protect(value) : value;
        if (row is null) db.Add(new StoredSetting { Key = key, Value = kept, ChangedAt = entry.At, ChangedBy = entry.By! });
        else (row.Value, row.ChangedAt, row.ChangedBy) = (kept, entry.At, entry.By!);
    }
}
