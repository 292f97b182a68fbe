using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// What organisers edited, as the last source of the configuration: it wins over files, environment and command line, and who asks an
/// options monitor sees a change with the next question. Empty until the database is there.
/// </summary>
public sealed class StoredSettings : ConfigurationProvider, IConfigurationSource
{
    /// <summary>No other key is ever read from the database or written to it.</summary>
    public static readonly IReadOnlySet<string> Keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Legal:Operator", "Legal:Address", "Legal:Email", "Legal:Phone", "Legal:Representative", "Legal:DataProtectionOfficer", "Legal:SupervisoryAuthority",
        "Legal:Recipients", "Legal:FeedbackContact", "Legal:ArbitrationBody", "Legal:AccessibilityStatementDate",
        "Mail:Host", "Mail:Port", "Mail:Security", "Mail:User", Password, "Mail:From", "Mail:FromName", "Mail:ReplyTo",
        "Limits:FormsPerAddress", "Limits:FormsPerAddressAndMinute", "Limits:FormKilobytes", "Limits:SignUpsPerNetworkAndHour", "Limits:Offices", "Limits:MailsPerRecipientAndDay",
    };

    private const string Password = "Mail:Password";

    private readonly Lock _door = new();
    private long _looks, _taken;
    private List<(string Key, string Value, DateTime ChangedAt)>? _seen;
    private Dictionary<string, DateTime> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, DateTime> _aside = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys that are stored and do not count, because with them the site would not have started; until somebody saves them anew.</summary>
    public IEnumerable<string> Aside => _aside.Keys.Order(StringComparer.Ordinal);

    /// <summary>Stored encrypted, and never shown, mailed, logged or written into the audit.</summary>
    public static bool IsSecret(string key) => string.Equals(key, Password, StringComparison.OrdinalIgnoreCase);

    public static IDataProtector Guard(IDataProtectionProvider protection) => protection.CreateProtector("Netzwerk.Settings");

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public bool Holds(string key) => Data.ContainsKey(key);

    public bool IsAside(string key) => _aside.ContainsKey(key);

    /// <summary>Leaves to the configuration all that is checked at start. They stay in the database: the configuration may fit again.</summary>
    /// <returns>False when there is nothing of the kind.</returns>
    public bool SetAside()
    {
        // The legal texts fit everything.
        _aside = _loaded.Where(pair => !pair.Key.StartsWith("Legal:", StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase);
        Data = Data.Where(pair => !IsAside(pair.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (_aside.Count > 0) OnReload();
        return _aside.Count > 0;
    }

    /// <summary>What the configuration says without the edits; null when it says nothing.</summary>
    public string? Beneath(IConfiguration configuration, string key)
    {
        foreach (var provider in ((IConfigurationRoot)configuration).Providers.Reverse())
            if (provider != this && provider.TryGet(key, out var value)) return value;
        return null;
    }

    /// <returns>False when everything is as it was loaded before.</returns>
    public async Task<bool> LoadAsync(NetzwerkDb db, IDataProtectionProvider protection)
    {
        var ticket = Interlocked.Increment(ref _looks);
        var rows = (await db.Settings.AsNoTracking().OrderBy(setting => setting.Key).ToListAsync()).FindAll(setting => Keys.Contains(setting.Key));
        var seen = rows.ConvertAll(row => (row.Key, row.Value, row.ChangedAt));
        lock (_door)
        {
            // Who began to look earlier never overwrites what somebody saw later.
            if (ticket < _taken) return false;
            _taken = ticket;
            if (_seen is not null && seen.SequenceEqual(_seen)) return false;
            _seen = seen;
            Take(rows, Guard(protection));
            return true;
        }
    }

    private void Take(List<StoredSetting> rows, IDataProtector guard)
    {
        _loaded = rows.ToDictionary(setting => setting.Key, setting => setting.ChangedAt, StringComparer.OrdinalIgnoreCase);
        _aside = _aside.Where(aside => _loaded.TryGetValue(aside.Key, out var at) && at == aside.Value).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in rows)
            if (!IsAside(setting.Key) && Open(setting, guard) is { } value) data[setting.Key] = value;
        Data = data;
        OnReload();
    }

    /// <returns>Null for a secret whose key is lost: then the configuration's own counts, and can mend it.</returns>
    private static string? Open(StoredSetting setting, IDataProtector guard)
    {
        if (!IsSecret(setting.Key)) return setting.Value;
        try
        {
            return guard.Unprotect(setting.Value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
