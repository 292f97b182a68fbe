using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Data.Backup;
using Netzwerk.Data.Engines;
using Netzwerk.Features.Shared.Legal;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Operation;

/// <summary>Every setting as the site would read it; all troubles at once, not only the first.</summary>
internal sealed class SettingsExam(IConfiguration configuration, IHostEnvironment environment)
{
    private const string What = "Einstellungen";

    /// <summary>Null when they would not do; known after <see cref="Look"/>.</summary>
    public MailOptions? Mail { get; private set; }

    public IReadOnlyList<Finding> Look()
    {
        var troubles = new List<string>();
        var site = Read(() => SiteOptions.From(configuration, environment), troubles);
        var demo = Read(() => DemoOptions.From(configuration, environment), troubles);
        Read(() => new ServiceCollection().AddKnownProxies(configuration), troubles);
        Annotated<LimitOptions>(LimitOptions.Section, troubles);
        Annotated<MailLimits>(MailLimits.Section, troubles);
        Annotated<BackupOptions>(BackupOptions.Section, troubles);
        if (Read(() => configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions(), troubles) is { } database
            && new DatabaseOptions.Check().Validate(null, database) is { Failed: true } refused) troubles.AddRange(refused.Failures);
        if (BackupRecipientCheck.Fault(configuration[$"{BackupOptions.Section}:{nameof(BackupOptions.Recipient)}"]) is { } recipient) troubles.Add(recipient);
        Mail = ReadMail(demo?.Enabled is true, troubles);
        var findings = troubles.ConvertAll(trouble => new Finding(What, HealthStatus.Unhealthy, trouble));
        if (troubles.Count == 0) findings.Add(new(What, HealthStatus.Healthy, $"Lesbar und zum Starten vollständig ({environment.EnvironmentName}, {site?.BaseUrl})."));
        if (environment.IsHardened()) findings.AddRange(GoLive());
        return findings;
    }

    private IEnumerable<Finding> GoLive()
    {
        var legal = configuration.GetSection(LegalOptions.Section).Get<LegalOptions>() ?? new LegalOptions();
        if (legal.Missing.Count > 0)
            yield return new("Anmeldungen", HealthStatus.Degraded, $"Sie sind geschlossen, bis auch das eingetragen ist: {string.Join(", ", legal.Missing.Select(key => $"{key} („{LegalLabels.Of(key)}“)"))}. Das geht unter „Einstellungen“, „Betreiber und Recht“.");
        if (!Proxies.Known(configuration).Any() && configuration["urls"]?.Contains("https:", StringComparison.OrdinalIgnoreCase) is not true)
            yield return new("HTTPS", HealthStatus.Degraded, "Weder ein Proxy (Proxy:Known) noch eine https-Adresse (ASPNETCORE_URLS) ist eingestellt: So erreicht niemand die Seite. Siehe README, Abschnitt Operating.");
    }

    private MailOptions? ReadMail(bool isDemo, List<string> troubles)
    {
        var mail = Read(() => configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions(), troubles);
        if (mail is null) return null;
        if (isDemo) mail.StayOnThisMachine();
        var checkedMail = new MailOptionsCheck(environment).Validate(null, mail);
        if (checkedMail.Failed) troubles.AddRange(checkedMail.Failures);
        return checkedMail.Failed ? null : mail;
    }

    private void Annotated<T>(string section, List<string> troubles)
        where T : class, new()
    {
        if (Read(() => configuration.GetSection(section).Get<T>() ?? new T(), troubles) is not { } options) return;
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        troubles.AddRange(faults.Select(fault => fault.ErrorMessage!));
    }

    private static T? Read<T>(Func<T> read, List<string> troubles)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception trouble)
        {
            troubles.Add(StartTrouble.Explain(trouble) ?? trouble.Message);
            return null;
        }
    }
}
