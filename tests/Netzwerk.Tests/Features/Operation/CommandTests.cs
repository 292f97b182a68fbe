using System.Diagnostics;
using Netzwerk.Tests.Data.Backup;
using Netzwerk.Tests.Features.Organizer.ServerClock;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Operation;

/// <summary>The commands as an operator types them: a process of its own, without the settings of the site but the folder.</summary>
[Trait("Engine", "Sqlite")]
public sealed class CommandTests
{
    [Fact]
    public async Task A_backup_made_while_the_site_runs_is_restored_into_an_empty_folder()
    {
        using var shelf = new Shelf();
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);

        var made = await RunAsync(app.DataFolder, "backup", "--to", shelf.Path);
        var file = Assert.Single(Directory.EnumerateFiles(shelf.Path));
        Assert.StartsWith($"Gesichert und geprüft: {file}\n", made.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));

        var running = await RunAsync(app.DataFolder, "restore", file);
        Assert.Equal(1, running.ExitCode);
        Assert.Contains("läuft die Seite noch", running.Errors, StringComparison.Ordinal);

        await using var again = new TestApp();
        var restored = await RunAsync(again.DataFolder, "restore", file);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Contains("1 Anmeldungen, 0 Konten", restored.Output, StringComparison.Ordinal);
        Assert.Equal(Cast.Anna.Email, Assert.Single(await again.RegistrationsAsync()).Email);
    }

    [Fact]
    public async Task A_backup_command_clears_nothing_away_while_the_clock_is_not_believed()
    {
        using var shelf = new Shelf();
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var old = shelf.In("netzwerk-2024-01-01-000000Z.tar.gz");
        await File.WriteAllTextAsync(old, "");
        await WrongClock.SetMemoryAsync(app, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-20));

        var held = await RunAsync(app.DataFolder, "backup", "--to", shelf.Path);
        Assert.Contains("blieben liegen", held.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(old));

        await WrongClock.SetMemoryAsync(app, TimeProvider.System.GetUtcNow().UtcDateTime);
        await RunAsync(app.DataFolder, "backup", "--to", shelf.Path);
        Assert.False(File.Exists(old));
    }

    [Theory]
    [InlineData(2, "Den Befehl „sichern“ gibt es nicht", "sichern")]
    [InlineData(2, "So geht es: dotnet Netzwerk.dll restore", "restore")]
    [InlineData(2, "So geht es: dotnet Netzwerk.dll backup", "backup", "--nach", "/tmp")]
    [InlineData(2, "So geht es: dotnet Netzwerk.dll restore", "restore", "fehlt.tar.gz", "--erased-until", "gestern")]
    [InlineData(1, "liegt keine Datenbank dieser Seite", "backup")]
    [InlineData(1, "gibt es nicht", "restore", "fehlt.tar.gz")]
    public async Task What_cannot_be_done_is_said_in_a_sentence_and_makes_nothing(int exitCode, string sentence, params string[] arguments)
    {
        using var shelf = new Shelf();

        var said = await RunAsync(shelf.Path, arguments);

        Assert.Equal((exitCode, ""), (said.ExitCode, said.Output));
        Assert.Contains(sentence, Assert.Single(said.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Drill.Contents(shelf.Path));
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string dataFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Netzwerk.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = dataFolder,
        };
        start.Environment["Site__DataDirectory"] = dataFolder;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
