namespace Netzwerk.Bench.Site;

/// <summary>The published program.</summary>
public static class SiteFiles
{
    /// <summary>Publishes into the folder, unless somebody did it before.</summary>
    public static async Task ProvideAsync(string folder)
    {
        if (File.Exists(Path.Combine(folder, "Netzwerk.dll"))) return;
        using var publish = ChildProcess.Start(Repository(), new Dictionary<string, string>(), "publish", "src/Netzwerk", "-c", "Release", "-o", Path.GetFullPath(folder), "--nologo", "-v", "quiet");
        await publish.Process.WaitForExitAsync();
        if (publish.Process.ExitCode != 0) throw new InvalidOperationException($"The site could not be published: {publish.LastWords}");
    }

    public static string Repository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Netzwerk.sln"))) return folder;
        }
        throw new DirectoryNotFoundException("Netzwerk.sln was not found above the bench. Start it from a checkout.");
    }
}
