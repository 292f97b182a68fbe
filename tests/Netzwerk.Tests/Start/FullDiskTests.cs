using System.Diagnostics;
using Netzwerk.Tests.Mail.Kit;
using Xunit.Abstractions;

namespace Netzwerk.Tests.Start;

/// <summary>A disk without room ends the start in a sentence, wherever on the way it is noticed. Only root can make a small disk.</summary>
[Trait("Engine", "Sqlite")]
public sealed class FullDiskTests(ITestOutputHelper output)
{
    /// <summary>The folder, the first page of the database, its log, its schema.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(256)]
    public Task An_installation_that_does_not_fit_is_told(int kilobytes) => OnDiskAsync(kilobytes, EndsInASentenceAsync);

    /// <summary>What is written at each start: keys, accounts, the code for the first one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public Task A_disk_that_filled_up_in_between_is_told(int kilobytesLeft) => OnDiskAsync(100_000, async folder =>
    {
        Assert.Null((await StartAsync(folder)).ExitCode);
        var disk = new DriveInfo(folder);
        Assert.True(await RunAsync("mount", "-o", $"remount,size={((disk.TotalSize - disk.TotalFreeSpace) / 1024) + kilobytesLeft}k", folder));

        await EndsInASentenceAsync(folder);
    });

    private static async Task EndsInASentenceAsync(string folder)
    {
        var start = await StartAsync(folder);

        Assert.Equal(1, start.ExitCode);
        Assert.StartsWith("Das Laufwerk des Datenordners ist voll", Assert.Single(start.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static Task<Started> StartAsync(string folder) =>
        Started.RunAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Site:DataDirectory"] = Path.Combine(folder, "data") });

    private async Task OnDiskAsync(int kilobytes, Func<string, Task> test)
    {
        using var folder = new TestFolder();
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !await RunAsync("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder.Path))
        {
            output.WriteLine("Not shown: no small disk can be made here.");
            return;
        }
        try
        {
            await test(folder.Path);
        }
        finally
        {
            await RunAsync("umount", "-l", folder.Path);
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
