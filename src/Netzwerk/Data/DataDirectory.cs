using System.Security.Cryptography;

namespace Netzwerk.Data;

/// <summary>The folder that holds all that the site stores: database, keys, mails of the demo. Only its owner may look inside.</summary>
public sealed class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public DataDirectory(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        foreach (var folder in (string[])[Path, Keys, Mails]) MakeFolder(folder);
        // SQLite gives its side files the database's own mode.
        using (new FileStream(Database, Private(FileMode.OpenOrCreate))) CloseToOthers(Database, OwnerOnly);
    }

    public string Path { get; }

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Mails => System.IO.Path.Combine(Path, "mails");

    public string Database => System.IO.Path.Combine(Path, "netzwerk.db");

    /// <summary>Who was erased, outside the database, so that they stay erased when an older database comes back.</summary>
    public string ErasureLedger => System.IO.Path.Combine(Path, "erased.ledger");

    /// <summary>256 random bits that lie beside the database, never in it; made on first use.</summary>
    public byte[] LoadOrMakeKey(string name)
    {
        var file = System.IO.Path.Combine(Keys, name);
        if (!File.Exists(file))
        {
            var fresh = file + "." + Guid.NewGuid().ToString("N");
            using (var stream = new FileStream(fresh, Private(FileMode.CreateNew)))
            {
                stream.Write(RandomNumberGenerator.GetBytes(32));
                stream.Flush(flushToDisk: true);
            }
            // Whoever comes first wins; another process that starts at the same moment reads that one's key.
            try
            {
                File.Move(fresh, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(fresh);
            }
        }
        var key = File.ReadAllBytes(file);
        return key.Length == 32 ? key : throw new InvalidOperationException($"Der Schlüssel {file} ist beschädigt. Bitte aus der Sicherung zurückholen.");
    }

    /// <summary>Waits until no other process of this host holds the lock; it ends with the returned stream or with the process.</summary>
    public async Task<FileStream> LockAsync(string name)
    {
        while (true)
        {
            try
            {
                var options = Private(FileMode.OpenOrCreate);
                options.Share = FileShare.None;
                return new FileStream(System.IO.Path.Combine(Path, name), options);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }

    internal static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        CloseToOthers(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Also a folder that was there before, such as a mounted volume.</summary>
    private static void CloseToOthers(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }
}
