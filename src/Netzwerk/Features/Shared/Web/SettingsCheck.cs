using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Options;
using Netzwerk.Data;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Whether the settings fit, before anything that is stored changes.</summary>
public static class SettingsCheck
{
    /// <summary>
    /// What organisers stored may stop fitting a configuration that changed beneath it: a password taken out, and its user stays. Then the
    /// configuration counts alone where it fits, because nobody could mend it on a site that does not start.
    /// </summary>
    public static void Run(IServiceProvider services, StoredSettings stored)
    {
        var check = services.GetRequiredService<IStartupValidator>();
        try
        {
            check.Validate();
        }
        catch (Exception trouble) when (StartTrouble.Explain(trouble) is { } sentence)
        {
            if (!Fits(check, stored)) ExceptionDispatchInfo.Throw(trouble);
            services.GetRequiredService<ILogger<StoredSettings>>().LogWarning(
                "Gespeicherte Einstellungen passen nicht mehr zur Konfiguration: {Trouble} Bis jemand sie unter „Einstellungen“ prüft und neu speichert, gilt die Konfiguration statt {Settings}.", sentence, string.Join(", ", stored.Aside));
        }
    }

    private static bool Fits(IStartupValidator check, StoredSettings stored)
    {
        try
        {
            if (!stored.SetAside()) return false;
            check.Validate();
            return true;
        }
        catch (Exception trouble) when (StartTrouble.Explain(trouble) is not null)
        {
            return false;
        }
    }
}
