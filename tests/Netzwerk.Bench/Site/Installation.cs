using Netzwerk.Bench.Site.Databases;

namespace Netzwerk.Bench.Site;

/// <summary>A data directory with its database, and the settings that every process on it shares.</summary>
public sealed class Installation(string published, string folder, Database database, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    private readonly List<SiteProcess> _processes = [];

    public Database Database => database;

    public string Data { get; } = Path.Combine(folder, "data");

    public IReadOnlyList<SiteProcess> Processes => _processes;

    public IReadOnlyList<int> Doors => [.. _processes.Select(process => process.Port)];

    /// <param name="port">Zero takes any that is free.</param>
    public SiteProcess Add(int port = 0)
    {
        var all = new Dictionary<string, string>(database.Settings)
        {
            // The only environment that takes the demo, whose clock the drills set.
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Demo__Enabled"] = "true",
            ["Site__DataDirectory"] = Data,
            ["Site__BaseUrl"] = "http://localhost:5080",
            // However many families a drill signs up from one address.
            ["Limits__SignUpsPerNetworkAndHour"] = "1000000",
        };
        foreach (var (key, value) in settings) all[key] = value;
        var process = new SiteProcess(published, all, port == 0 ? Ports.Free() : port, Path.Combine(folder, $"site-{_processes.Count + 1}.log"));
        _processes.Add(process);
        return process;
    }

    public void Dispose() => _processes.ForEach(process => process.Dispose());
}
