using System.Security.Cryptography;

namespace Netzwerk.Data;

/// <summary>
/// The folder that holds all that the site stores: database, keys, ledger of the erased, backups, mails of the demo. Only its owner may look
/// inside. As long as the object lives, nobody else can have the folder <see cref="Alone"/>.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Tenths of a second that somebody may hold a lock: ten minutes.</summary>
    private const int MostTries = 6_000;

    private readonly FileStream _inUse;

    public DataDirectory(string path)
        : this(path, FileShare.ReadWrite)
    {
        if (File.Exists(UnfinishedRestore))
        {
            Dispose();
            throw new DataDirectoryException($"In {Path} wurde das Zurückspielen einer Sicherung unterbrochen. Wiederholen Sie es: dotnet Netzwerk.dll restore DATEI. Siehe README, Abschnitt Sicherung und Wiederherstellung.");
        }
        foreach (var folder in (string[])[Keys, Mails]) MakeFolder(folder);
    }

    private DataDirectory(string path, FileShare share)
    {
        Path = System.IO.Path.GetFullPath(path);
        MakeFolder(Path);
        try
        {
            var options = Private(FileMode.OpenOrCreate);
            options.Share = share;
            _inUse = new FileStream(In("in-use.lock"), options);
        }
        catch (IOException trouble) when (IsHeld(trouble))
        {
            throw new DataDirectoryException(share == FileShare.None
                ? $"Auf {Path} läuft die Seite noch, oder ein anderer Befehl arbeitet damit. Halten Sie die Seite an und wiederholen Sie den Befehl."
                : $"Auf {Path} wird gerade eine Sicherung zurückgespielt. Starten Sie die Seite danach.");
        }
    }

    /// <summary>For a restore: the folder as it lies there, and nobody else in it. The operating system lets go of it with the process.</summary>
    public static DataDirectory Alone(string path) => new(path, FileShare.None);

    public string Path { get; }

    public string Keys => In("keys");

    public string Mails => In("mails");

    public string Database => In("netzwerk.db");

    public string Backups => In("backups");

    /// <summary>Who was erased, outside the database, so that they stay erased when an older database comes back.</summary>
    public string ErasureLedger => In("erased.ledger");

    /// <summary>Lies there while a restore changes what is in the folder; the site does not start on half of it.</summary>
    public string UnfinishedRestore => In("restore.unfinished");

    /// <summary>SQLite gives its side files the database's own mode.</summary>
    public void MakeDatabaseFile()
    {
        using (new FileStream(Database, Private(FileMode.OpenOrCreate))) CloseToOthers(Database, OwnerOnly);
    }

    public void Dispose() => _inUse.Dispose();

    public string In(string name) => System.IO.Path.Combine(Path, name);

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
    /// <param name="waiting">Called once when somebody else has held it for three seconds.</param>
    /// <exception cref="IOException">The file cannot be written, or somebody holds it for ten minutes.</exception>
    public Task<FileStream> LockAsync(string name, Action? waiting = null) => LockFileAsync(In(name), waiting);

    /// <inheritdoc cref="LockAsync"/>
    internal static async Task<FileStream> LockFileAsync(string file, Action? waiting = null)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var options = Private(FileMode.OpenOrCreate);
                options.Share = FileShare.None;
                return new FileStream(file, options);
            }
            catch (IOException trouble) when (IsHeld(trouble) && tries < MostTries)
            {
                if (tries == 30) waiting?.Invoke();
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Somebody else has the file open: the error numbers of Linux, macOS and Windows. A full or read-only disk is none of them.</summary>
    private static bool IsHeld(IOException trouble) => trouble.HResult is 11 or 35 or unchecked((int)0x8007_0020);

    internal static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    internal static void MakeFolder(string path)
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
