using System.Diagnostics;
using Netzwerk.Data;
using Netzwerk.Data.Backup;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Data.Backup;

[Trait("Engine", "Sqlite")]
public sealed class EncryptionTests
{
    [Fact]
    public async Task With_a_public_key_only_the_private_one_brings_the_backup_back()
    {
        using var shelf = new Shelf();
        var recipient = await MakeKeyAsync(shelf.In("key.txt"));
        await MakeKeyAsync(shelf.In("other.txt"));
        string file;
        await using (var app = new TestApp(("Backup:Recipient", recipient)))
        {
            await app.RegisterAsync(Cast.Anna);
            var made = await app.Backups().MakeAsync(BackupReason.Command, shelf.In("backups"));
            Assert.True(made.IsEncrypted);
            Assert.Single(Directory.EnumerateFiles(shelf.In("backups")));
            file = made.File;
        }
        await using var again = new TestApp();

        Assert.Contains("ist verschlüsselt", await RefusalAsync(again, file, null), StringComparison.Ordinal);
        Assert.Contains("lässt sich mit diesem Schlüssel nicht öffnen", await RefusalAsync(again, file, shelf.In("other.txt")), StringComparison.Ordinal);
        Assert.Contains("gibt es nicht", await RefusalAsync(again, file, shelf.In("none.txt")), StringComparison.Ordinal);
        Assert.Empty(Drill.Contents(again.DataFolder));
        await again.RestoreAsync(file, shelf.In("key.txt"));
        Assert.Equal(Cast.Anna.Email, Assert.Single(await again.RegistrationsAsync()).Email);
    }

    [Fact]
    public async Task A_truncated_encrypted_backup_is_refused()
    {
        using var shelf = new Shelf();
        await using var app = new TestApp(("Backup:Recipient", await MakeKeyAsync(shelf.In("key.txt"))));
        await app.RegisterAsync(Cast.Anna);
        var made = await app.Backups().MakeAsync(BackupReason.Command, shelf.Path);
        await using var again = new TestApp();
        await using (var cut = new FileStream(made.File, FileMode.Open)) cut.SetLength(cut.Length - 1);

        Assert.Contains("nicht öffnen", await RefusalAsync(again, made.File, shelf.In("key.txt")), StringComparison.Ordinal);
        Assert.Empty(Drill.Contents(again.DataFolder));
    }

    [Fact]
    public void What_is_no_public_key_is_found_at_start() =>
        Assert.Contains("kein öffentlicher Schlüssel", BackupRecipientCheck.Fault("AGE-SECRET-KEY-1ABC"), StringComparison.Ordinal);

    private static async Task<string> RefusalAsync(TestApp app, string file, string? identity) =>
        (await Assert.ThrowsAsync<DataDirectoryException>(() => app.RestoreAsync(file, identity))).Message;

    /// <returns>The public key.</returns>
    private static async Task<string> MakeKeyAsync(string file)
    {
        using var keygen = Process.Start(new ProcessStartInfo("age-keygen", ["-o", file]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = await keygen.StandardError.ReadToEndAsync();
        await keygen.WaitForExitAsync();
        return said[said.IndexOf("age1", StringComparison.Ordinal)..].Trim();
    }
}
