namespace Netzwerk.Features.Shared.Web;

/// <summary>Section <c>Site</c>: where the site is found from outside, and where it keeps its data.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Where the site listens when no setting says so.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Public address without a slash at the end. Every link in a mail is built from it, never from a request's Host.</summary>
    public string BaseUrl { get; set; } = "";

    public string DataDirectory { get; set; } = "";

    public string Url(string path) => BaseUrl.TrimEnd('/') + path;

    /// <summary>The project's folder while developing; beside the program once it is published, from wherever it is started.</summary>
    public static string? ContentRoot(string[] args) =>
        Directory.Exists("wwwroot") || args.Any(arg => arg.Contains("contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory;

    /// <summary>Fills in what Development needs and says in one sentence what Production lacks.</summary>
    public static SiteOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var site = configuration.GetSection(Section).Get<SiteOptions>() ?? new SiteOptions();
        if (site.BaseUrl.Length == 0 && !environment.IsHardened()) site.BaseUrl = ListeningAddress(configuration["urls"]);
        if (!Uri.TryCreate(site.BaseUrl, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            throw new InvalidSettingException("Site:BaseUrl fehlt oder ist keine Adresse. Tragen Sie die öffentliche Adresse ein, zum Beispiel https://netzwerk.example. Siehe README, Abschnitt Einstellungen.");
        if (address.AbsolutePath != "/" || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            throw new InvalidSettingException($"Site:BaseUrl darf nur aus Protokoll, Namen und Port bestehen, ohne Pfad: {address.Scheme}://{address.Authority} statt {site.BaseUrl}. Die Seite braucht einen eigenen Namen. Siehe README, Abschnitt Einstellungen.");
        if (environment.IsHardened() && address.Scheme != Uri.UriSchemeHttps)
            throw new InvalidSettingException("Site:BaseUrl muss außer in Development mit https:// beginnen: Unverschlüsselt nimmt die Seite dort nichts an. Siehe README, Abschnitt Einstellungen.");
        site.DataDirectory = DataDirectoryOf(configuration, environment);
        return site;
    }

    /// <summary>Also for a machine on which nothing else is set yet.</summary>
    public static string DataDirectoryOf(IConfiguration configuration, IHostEnvironment environment) =>
        configuration[$"{Section}:{nameof(DataDirectory)}"] is { Length: > 0 } set ? set : Path.Combine(environment.ContentRootPath, "data");

    /// <summary>The first address, as a browser on the same machine can open it.</summary>
    private static string ListeningAddress(string? urls)
    {
        if (urls?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is not [var first, ..]) return DefaultAddress;
        var address = BindingAddress.Parse(first);
        if (address.Port == 0) return DefaultAddress;
        return $"{address.Scheme}://{(address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host)}:{address.Port}";
    }
}

/// <summary>A setting keeps the site from starting. The message is all that the operator gets to read, so it says what to do.</summary>
public sealed class InvalidSettingException(string message) : Exception(message);
