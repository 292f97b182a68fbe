using System.Diagnostics;

namespace Netzwerk.Bench.Site;

/// <summary>The site as it is delivered: published, started as a process of its own, with the demo on and a data directory of its own.</summary>
public sealed class PublishedSite : IDisposable
{
    private readonly ChildProcess _process;

    private PublishedSite(ChildProcess process, string dataDirectory)
    {
        _process = process;
        Database = new SiteDatabase(Path.Combine(dataDirectory, "netzwerk.db"));
    }

    public Process Process => _process.Process;

    public SiteDatabase Database { get; }

    /// <param name="folder">For the published files and the data.</param>
    public static async Task<PublishedSite> StartAsync(string folder, int port)
    {
        var published = Path.Combine(folder, "site");
        var data = Path.Combine(folder, "data");
        await SiteFiles.ProvideAsync(published);
        var settings = new Dictionary<string, string>
        {
            // Not Development, whose extra checks no visitor ever meets, and not Production, which refuses the demo.
            ["ASPNETCORE_ENVIRONMENT"] = "Bench",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["Demo__Enabled"] = "true",
            ["Site__DataDirectory"] = data,
        };
        var process = ChildProcess.Start(published, settings, "Netzwerk.dll");
        try
        {
            await process.ReadyAsync($"http://127.0.0.1:{port}/health/ready");
        }
        catch
        {
            process.Dispose();
            throw;
        }
        return new PublishedSite(process, data);
    }

    public void Dispose() => _process.Dispose();
}
