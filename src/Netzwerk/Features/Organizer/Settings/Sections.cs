using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>What the pages of settings have in common: reading what counts, and storing only what differs from it.</summary>
public sealed class Sections(
    NetzwerkDb db, IConfiguration configuration, StoredSettings stored, SettingEdits edits, IServiceProvider services, SignedIn signedIn, EventClock clock)
{
    public T Read<T>(IReadOnlyList<SettingField<T>> fields)
        where T : SettingsForm, new()
    {
        var form = new T();
        foreach (var field in fields) field.Set(form, Current(field));
        form.Seen = Stamp(fields);
        return form;
    }

    public IReadOnlyList<EditedSetting> Edited<T>(IReadOnlyList<SettingField<T>> fields) =>
        [.. fields.Where(field => stored.Holds(field.Key)).Select(field => new EditedSetting(field.Key, field.Label, Beneath(field)))];

    /// <summary>Takes over into the form what another editor changed meanwhile and this one left alone.</summary>
    /// <returns>Null when nobody was faster.</returns>
    public async Task<MeantimeEdit?> MeanwhileAsync<T>(IReadOnlyList<SettingField<T>> fields, T form)
        where T : SettingsForm
    {
        var seen = (form.Seen ?? "").Split('.');
        form.Seen = Stamp(fields);
        if (seen.Length != fields.Count) return null;
        var changed = new List<(string, string)>();
        foreach (var (field, before) in fields.Zip(seen))
        {
            var now = Current(field);
            if (Hash(now) == before) continue;
            if (Hash(Clean(field.Get(form))) == before) field.Set(form, now);
            changed.Add((field.Label, now));
        }
        if (changed.Count == 0) return null;
        var last = await db.Audit.Where(entry => entry.Act == AuditAct.SettingsChanged).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).FirstOrDefaultAsync();
        return new MeantimeEdit(last?.By ?? "", last?.At ?? clock.Now, changed);
    }

    /// <summary>What saving the form would store, by key; null goes back to the configuration.</summary>
    public Dictionary<string, string?> Changes<T>(IReadOnlyList<SettingField<T>> fields, T form)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var typed = field.Read?.Invoke(field.Get(form)) ?? Clean(field.Get(form));
            if (typed != Current(field) || stored.IsAside(field.Key)) changes[field.Key] = typed == Beneath(field) ? null : typed;
        }
        return changes;
    }

    /// <summary>Would the site still start with these changes?</summary>
    public bool Holds(IReadOnlyDictionary<string, string?> changes)
    {
        var settings = StoredSettings.Keys.ToDictionary(key => key, key => configuration[key], StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in changes) settings[key] = value ?? stored.Beneath(configuration, key);
        // One that is not said is another thing than an empty one.
        var then = new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build();
        return Fits<MailOptions>(then.GetSection(MailOptions.Section)) && Fits<LimitOptions>(then.GetSection(LimitOptions.Section)) && Fits<MailLimits>(then.GetSection(MailLimits.Section));
    }

    private bool Fits<T>(IConfiguration section)
        where T : class, new()
    {
        try
        {
            var options = section.Get<T>() ?? new T();
            return services.GetServices<IValidateOptions<T>>().All(check => !check.Validate(Options.DefaultName, options).Failed);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <param name="labels">Of the fields that change: all that the audit may hold.</param>
    public async Task SaveAsync(IReadOnlyDictionary<string, string?> changes, IEnumerable<string> labels) => await edits.SaveAsync(
        changes, new AuditEntry { At = clock.Now, Act = AuditAct.SettingsChanged, By = await signedIn.NameAsync(), Fields = string.Join(", ", labels) });

    private string Current<T>(SettingField<T> field) => Clean(configuration[field.Key] ?? field.Default);

    private string Beneath<T>(SettingField<T> field) => Clean(stored.Beneath(configuration, field.Key) ?? field.Default);

    private string Stamp<T>(IReadOnlyList<SettingField<T>> fields) => string.Join('.', fields.Select(field => Hash(Current(field))));

    /// <summary>An environment variable writes its line ends as <c>\n</c>.</summary>
    private static string Clean(string? text) => TypedText.Clean(text?.Replace("\\n", "\n", StringComparison.Ordinal));

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
