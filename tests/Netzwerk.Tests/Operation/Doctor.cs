using System.Net.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Netzwerk.Features.Operation;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Operation;

internal static class Doctor
{
    /// <summary>Calls the command as in Production with everything set; <paramref name="settings"/> come on top.</summary>
    public static async Task<(int ExitCode, string Words)> AskAsync(string folder, (string Key, string Value)[] settings, RemoteCertificateValidationCallback? certificates = null)
    {
        using var configuration = new ConfigurationManager();
        foreach (var (key, value) in ((string, string)[])[.. TestApp.RequiredSettings, ("Proxy:Known", "127.0.0.1"), ("Site:DataDirectory", folder), .. settings]) configuration[key] = value;
        await using var words = new StringWriter();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = folder };
        return (await DoctorCommand.RunAsync(new Order([], configuration, environment, words, words), certificates), words.ToString());
    }
}
