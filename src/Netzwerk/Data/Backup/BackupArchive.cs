using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Netzwerk.Data.Backup;

/// <summary>A backup as one file: a compressed tar archive with manifest, database, keys and the ledger of the erased.</summary>
internal static class BackupArchive
{
    public const string Database = "netzwerk.db", Keys = "keys", Ledger = "erased.ledger";

    /// <summary>Packs a folder; its manifest comes first.</summary>
    public static async Task WriteAsync(string folder, string file)
    {
        await using var stream = new FileStream(file, DataDirectory.Private(FileMode.CreateNew));
        await using (var zip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        await using (var tar = new TarWriter(zip))
        {
            foreach (var name in Names(folder).Prepend(BackupManifest.FileName)) await tar.WriteEntryAsync(Path.Combine(folder, name), name);
        }
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Unpacks into an empty folder and checks everything that can be checked.</summary>
    /// <exception cref="DataDirectoryException">The file is not a whole backup of this site; says what is wrong.</exception>
    public static async Task<BackupManifest> UnpackAsync(string file, string folder)
    {
        try
        {
            DataDirectory.MakeFolder(folder);
            DataDirectory.MakeFolder(Path.Combine(folder, Keys));
            await using (var stream = File.OpenRead(file))
            await using (var zip = new GZipStream(stream, CompressionMode.Decompress))
            await using (var tar = new TarReader(zip))
            {
                while (await tar.GetNextEntryAsync() is { } entry)
                {
                    if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !IsOurs(entry.Name)) throw Damaged(file, $"„{entry.Name}“ gehört nicht hinein");
                    await using var into = new FileStream(Path.Combine(folder, entry.Name), DataDirectory.Private(FileMode.CreateNew));
                    if (entry.DataStream is { } data) await data.CopyToAsync(into);
                    into.Flush(flushToDisk: true);
                }
            }
            if (!File.Exists(Path.Combine(folder, BackupManifest.FileName))) throw Damaged(file, "Das Verzeichnis seines Inhalts fehlt");
            var manifest = BackupManifest.ReadFrom(folder) ?? throw Damaged(file, "Das Verzeichnis seines Inhalts ist leer");
            Check(manifest, file, folder);
            return manifest;
        }
        catch (Exception trouble) when (trouble is InvalidDataException or EndOfStreamException or JsonException or SqliteException or FormatException or ArgumentException)
        {
            throw Damaged(file, "Der Inhalt lässt sich nicht lesen", trouble);
        }
    }

    public static SortedDictionary<string, string> Hashes(string folder) => new(Names(folder).ToDictionary(name => name, name => Hash(Path.Combine(folder, name)), StringComparer.Ordinal), StringComparer.Ordinal);

    public static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static void Check(BackupManifest manifest, string file, string folder)
    {
        if (!Same(manifest.Files, Hashes(folder))) throw Damaged(file, "Die Prüfsummen stimmen nicht");
        var database = Path.Combine(folder, Database);
        if (!File.Exists(database)) throw Damaged(file, "Die Datenbank fehlt");
        if (DatabaseCopy.Fault(database) is { } fault) throw Damaged(file, fault);
        if (!Same(manifest.Rows, DatabaseCopy.Rows(database))) throw Damaged(file, "In der Datenbank darin fehlen Zeilen");
    }

    private static bool Same<T>(SortedDictionary<string, T> one, SortedDictionary<string, T> other) =>
        one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var value) && Equals(value, entry.Value));

    private static bool IsOurs(string name) =>
        name is BackupManifest.FileName or Database or Ledger || (name.StartsWith(Keys + "/", StringComparison.Ordinal) && name.IndexOfAny(['/', '\\'], Keys.Length + 1) < 0 && name.Length > Keys.Length + 1 && !name.Contains("..", StringComparison.Ordinal));

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Where(name => name != BackupManifest.FileName).Order(StringComparer.Ordinal);

    private static DataDirectoryException Damaged(string file, string what, Exception? cause = null) =>
        new($"{Path.GetFileName(file)} ist keine vollständige Sicherung dieser Seite: {what}. Nehmen Sie eine andere Datei.", cause);
}
