using System.Diagnostics;
using System.Text;

namespace Netzwerk.Data.Backup;

/// <summary>Encrypts files to a public key with the program <c>age</c> (format: age-encryption.org/v1).</summary>
internal static class Age
{
    private const string FirstLine = "age-encryption.org/v1";
    private const int Nonce = 16, Tag = 16, Chunk = 64 * 1024;

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "age")) || File.Exists(Path.Combine(folder, "age.exe")));

    public static bool IsEncrypted(string file) => FirstLineOf(file) == FirstLine;

    public static async Task EncryptAsync(string recipient, string from, string to)
    {
        await RunAsync("Die Sicherung ließ sich nicht verschlüsseln", "--encrypt", "--recipient", recipient, "--output", to, from);
        // Without the private key nobody here can read it; but its header and its exact length tell a whole file from a half one.
        if (!IsWhole(to, new FileInfo(from).Length)) throw new DataDirectoryException($"Die verschlüsselte Sicherung {to} ist unvollständig. Prüfen Sie den Platz auf dem Datenträger.");
    }

    public static Task DecryptAsync(string identity, string from, string to) =>
        RunAsync("Die Sicherung lässt sich mit diesem Schlüssel nicht öffnen", "--decrypt", "--identity", identity, "--output", to, from);

    private static bool IsWhole(string file, long plainLength)
    {
        if (!IsEncrypted(file)) return false;
        var start = new byte[Math.Min(8 * 1024, new FileInfo(file).Length)];
        using (var stream = File.OpenRead(file)) stream.ReadExactly(start);
        var lastLine = start.AsSpan().IndexOf("\n--- "u8) + 1;
        var header = lastLine + start.AsSpan(lastLine).IndexOf((byte)'\n') + 1;
        var chunks = Math.Max(1, (plainLength + Chunk - 1) / Chunk);
        return lastLine > 0 && new FileInfo(file).Length == header + Nonce + plainLength + (chunks * Tag);
    }

    private static string FirstLineOf(string file)
    {
        var start = new byte[FirstLine.Length];
        using var stream = File.OpenRead(file);
        return Encoding.ASCII.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }

    private static async Task RunAsync(string failure, params string[] arguments)
    {
        if (!IsInstalled) throw new DataDirectoryException(failure + ": Das Programm age fehlt. Installieren Sie es, zum Beispiel mit: apt install age.");
        using var age = Process.Start(new ProcessStartInfo("age", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = await age.StandardError.ReadToEndAsync();
        await age.WaitForExitAsync();
        if (age.ExitCode != 0) throw new DataDirectoryException($"{failure}. age sagt dazu: {errors.Split('\n')[0].Replace("age: error: ", "", StringComparison.Ordinal)}");
    }
}
