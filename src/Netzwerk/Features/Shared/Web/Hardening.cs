namespace Netzwerk.Features.Shared.Web;

/// <summary>
/// Which environments there are. Everything but Development is hardened (HTTPS, secure cookies, second factor, legal texts, no demo); a name
/// that is none of the three, perhaps mistyped, must not decide that, so the program refuses it.
/// </summary>
public static class Hardening
{
    private static readonly string[] Known = [Environments.Development, Environments.Staging, Environments.Production];

    public static bool IsHardened(this IHostEnvironment environment) => !environment.IsDevelopment();

    public static void AssertKnown(IHostEnvironment environment)
    {
        if (Known.Contains(environment.EnvironmentName, StringComparer.OrdinalIgnoreCase)) return;
        throw new InvalidSettingException($"ASPNETCORE_ENVIRONMENT ist „{environment.EnvironmentName}“, das gibt es nicht. Setzen Sie Production, oder Staging zum Erproben mit denselben Schutzregeln, oder Development für die Demo auf Ihrem Rechner. Siehe README, Abschnitt Einstellungen.");
    }
}
