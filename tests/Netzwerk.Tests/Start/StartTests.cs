using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Start;

public class StartTests
{
    [Theory]
    [InlineData("Site:BaseUrl")]
    [InlineData("Mail:Host")]
    [InlineData("Mail:From")]
    [InlineData("Mail:FromName")]
    [InlineData("Mail:ReplyTo")]
    public async Task Production_does_not_start_without_a_required_setting_and_says_which(string setting)
    {
        var settings = Started.Production.Where(pair => pair.Key != setting).ToDictionary(StringComparer.Ordinal);

        await RefusesAsync(settings, setting + " fehlt");
    }

    [Fact]
    public async Task What_an_organiser_filled_in_counts_at_the_next_start()
    {
        await using var app = new TestApp();
        using (var karin = await app.SignInAsync(Cast.Organizer))
        {
            var form = await karin.OpenAsync("/verwaltung/einstellungen/e-mail");
            await Forms.SubmitAsync(form, new Dictionary<string, string>(StringComparer.Ordinal) { ["Absenderadresse"] = "neu@netzwerk.test", ["Benutzername"] = "netzwerk", ["Passwort"] = "geheim" }, "Speichern");
        }
        var settings = Started.Production.Where(pair => pair.Key != "Mail:From").Append(new("Site:DataDirectory", app.DataFolder)).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in app.EngineSettings) settings[key] = value;

        var start = await Started.RunAsync(settings);

        Assert.Null(start.ExitCode);
    }

    [Fact]
    public async Task What_an_organiser_stored_gives_way_when_the_configuration_beneath_it_no_longer_fits()
    {
        await using var app = new TestApp(("Mail:User", "alt"), ("Mail:Password", "geheim"));
        using (var karin = await app.SignInAsync(Cast.Organizer))
            await Forms.SubmitAsync(await karin.OpenAsync("/verwaltung/einstellungen/e-mail"), new Dictionary<string, string>(StringComparer.Ordinal) { ["Benutzername"] = "netzwerk" }, "Speichern");
        var settings = new Dictionary<string, string>(Started.Production, StringComparer.Ordinal) { ["Site:DataDirectory"] = app.DataFolder };
        foreach (var (key, value) in app.EngineSettings) settings[key] = value;

        var start = await Started.RunAsync(settings);

        Assert.Null(start.ExitCode);
        Assert.Contains("Gespeicherte Einstellungen passen nicht mehr zur Konfiguration: Mail:User und Mail:Password gehören zusammen", start.Output, StringComparison.Ordinal);
        Assert.Contains("statt Mail:User.", start.Output, StringComparison.Ordinal);

        settings["Mail:From"] = "kein Absender";
        await RefusesAsync(settings, "Mail:From ist keine E-Mail-Adresse");
    }

    [Theory]
    [InlineData("Demo:Enabled", "true", "Demo:Enabled gilt nur in Development")]
    [InlineData("Site:BaseUrl", "http://netzwerk.test", "Site:BaseUrl muss außer in Development mit https:// beginnen")]
    [InlineData("Mail:Port", "fünf", "Mail:Port hat einen Wert, der dort nicht passt")]
    [InlineData("Mail:From", "kein Absender", "Mail:From ist keine E-Mail-Adresse")]
    [InlineData("Limits:FormsPerAddress", "0", "Limits:FormsPerAddress muss zwischen")]
    [InlineData("Proxy:Known", "10.0.0.1,nebenan", "Proxy:Known enthält „nebenan“")]
    public async Task A_wrong_setting_ends_the_start_with_one_sentence(string key, string value, string sentence) =>
        await RefusesAsync(new Dictionary<string, string>(Started.Production, StringComparer.Ordinal) { [key] = value }, sentence);

    [Theory]
    [InlineData("Prod")]
    [InlineData("Production ")]
    [InlineData("Bench")]
    public async Task An_unknown_environment_ends_the_start_with_one_sentence(string name) =>
        await RefusesAsync(new Dictionary<string, string>(Started.Production, StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = name }, $"ASPNETCORE_ENVIRONMENT ist „{name}“");

    [Theory]
    [InlineData("Staging", "Demo:Enabled", "true", "Demo:Enabled gilt nur in Development")]
    [InlineData("PRODUCTION", "Demo:Enabled", "true", "Demo:Enabled gilt nur in Development")]
    [InlineData("staging", "Site:BaseUrl", "http://netzwerk.test", "Site:BaseUrl muss")]
    [InlineData("Staging", "Mail:Host", "", "Mail:Host fehlt")]
    public async Task Every_environment_but_development_is_hardened(string environment, string key, string value, string sentence) =>
        await RefusesAsync(new Dictionary<string, string>(Started.Production, StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = environment, [key] = value }, sentence);

    [Fact]
    public async Task The_first_start_in_production_offers_the_setup_code_on_the_console()
    {
        var start = await Started.RunAsync(Started.Production);

        Assert.Null(start.ExitCode);
        Assert.Matches("https://netzwerk.test/konto/einrichten und geben Sie diesen Code ein: [A-Z0-9]{5}(-[A-Z0-9]{5}){5}\n", start.Output);
    }

    [Fact]
    public async Task Development_says_where_it_listens_and_offers_no_code()
    {
        var start = await Started.RunAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development" }, until: "Netzwerk läuft:");

        Assert.Matches("Netzwerk läuft: http://127.0.0.1:[0-9]+ .*/demo", start.Output);
        Assert.DoesNotContain("einrichten", start.Output, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(IReadOnlyDictionary<string, string> settings, string sentence)
    {
        var start = await Started.RunAsync(settings);

        Assert.Equal(1, start.ExitCode);
        Assert.StartsWith(sentence, start.Errors, StringComparison.Ordinal);
        Assert.Single(start.Errors.TrimEnd().Split('\n'));
        Assert.Empty(start.Output);
    }
}
