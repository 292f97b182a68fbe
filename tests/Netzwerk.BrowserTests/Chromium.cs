using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Netzwerk.BrowserTests;

/// <summary>One browser for all tests: the machine's own Chromium, nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Runs one test in a window of its own; when it fails, trace and screenshot stay under TestResults.</summary>
    public async Task InWindowAsync(Uri site, Func<IPage, Task> act, Window? window = null, [CallerMemberName] string name = "")
    {
        var (width, script, traced) = window ?? new Window();
        await using var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            Locale = "de-DE",
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (traced) await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        try
        {
            await act(page);
        }
        catch
        {
            var kept = Path.Combine(Root(), "TestResults", "browser", $"{name}-{width}");
            await page.ScreenshotAsync(new() { Path = kept + ".png", FullPage = true });
            if (traced) await context.Tracing.StopAsync(new() { Path = kept + ".zip" });
            throw;
        }
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("There is no chromium in PATH. tests/run installs it.");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Netzwerk.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}

/// <param name="Traced">A trace costs time with each page; long walks go without and keep the screenshot.</param>
public sealed record Window(int Width = 1280, bool Script = true, bool Traced = true)
{
    /// <summary>The narrowest phone that is looked after.</summary>
    public static readonly Window Phone = new(320);
}

[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
