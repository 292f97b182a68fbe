using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Netzwerk.Data.Backup;

namespace Netzwerk.Data;

/// <summary>
/// What was erased, in a file outside the database: an older copy of the database that is put back knows nothing of an erasure, and would
/// bring the person back. Lines of time, kind and id, no names; written to the disk before the erasure itself is committed, and applied
/// again with each start. Two ledgers are merged by putting their lines together; the order means nothing. Where the backups lie on another
/// disk, the same lines lie there too: what was erased since the last backup outlives the loss of the whole data directory.
/// </summary>
public sealed class ErasureLedger(DataDirectory directory, TimeProvider system, IOptions<BackupOptions> backups, ILogger<ErasureLedger> log)
{
    private const string Lock = "erased.lock";

    private string Path => directory.ErasureLedger;

    /// <summary>Null while the backups lie in the data directory.</summary>
    private string? Second => backups.Value.Directory is { Length: > 0 } folder && !IsInside(folder) ? System.IO.Path.Combine(folder, "erased.ledger") : null;

    /// <summary>On the disk when it returns. An erasure that then fails is made good with the next start.</summary>
    public async Task WriteAsync(ErasedKind kind, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0) return;
        var now = system.GetUtcNow().UtcDateTime;
        var lines = string.Concat(ids.Select(id => new ErasedLine(now, kind, id) + "\n"));
        await using var mine = await directory.LockAsync(Lock);
        await AppendAsync(Path, lines);
        if (Second is { } second) await TryAsync(second, () => AppendAsync(second, lines));
    }

    public Task<IReadOnlyList<ErasedLine>> ReadAsync() => ReadAsync(Path);

    private static async Task<IReadOnlyList<ErasedLine>> ReadAsync(string path) =>
        File.Exists(path) ? [.. (await File.ReadAllLinesAsync(path)).Select(ErasedLine.Parse).OfType<ErasedLine>()] : [];

    /// <summary>Drops what is older than any backup can be.</summary>
    public async Task TrimAsync()
    {
        var oldest = system.GetUtcNow().UtcDateTime.AddDays(-Domain.Retention.LedgerDays);
        await using var mine = await directory.LockAsync(Lock);
        await TrimAsync(Path, oldest);
        if (Second is { } second) await TryAsync(second, () => TrimAsync(second, oldest));
    }

    /// <summary>Whoever was erased according to one of them stays erased. The first is replaced as a whole or not at all.</summary>
    internal static void Merge(string into, params string?[] others)
    {
        var lines = others.Append(into).Where(File.Exists).SelectMany(file => File.ReadAllLines(file!)).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count > 0) Replace(into, lines);
    }

    private static async Task AppendAsync(string path, string lines)
    {
        await using var file = new FileStream(path, DataDirectory.Private(FileMode.OpenOrCreate));
        // What a killed process left half written must not swallow the next line.
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.ASCII.GetBytes((file.Length > 0 ? "\n" : "") + lines));
        file.Flush(flushToDisk: true);
    }

    private static async Task TrimAsync(string path, DateTime oldest)
    {
        var before = await ReadAsync(path);
        var after = before.Where(line => line.At >= oldest).Distinct().ToList();
        if (after.Count < before.Count) Replace(path, after.Select(line => line.ToString()));
    }

    private static void Replace(string path, IEnumerable<string> lines)
    {
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, DataDirectory.Private(FileMode.Create)))
        {
            file.Write(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>An erasure does not wait for a disk that is away.</summary>
    private async Task TryAsync(string second, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The second ledger {File} could not be written ({Exception}); the next backup makes good for it", second, trouble.GetType().Name);
        }
    }

    private bool IsInside(string folder) =>
        (System.IO.Path.GetFullPath(folder) + System.IO.Path.DirectorySeparatorChar).StartsWith(directory.Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

public enum ErasedKind
{
    /// <summary>A registration with all that belongs to it.</summary>
    Registration,

    /// <summary>The same of a family that had cancelled, so that its seats stay free.</summary>
    Cancelled,

    /// <summary>Only the children of a registration.</summary>
    Children,

    Account,
}

/// <param name="At">System clock.</param>
public sealed record ErasedLine(DateTime At, ErasedKind Kind, Guid Id)
{
    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToString(Stamp, CultureInfo.InvariantCulture)} {Kind} {Id}");

    /// <returns>Null for a line that was never finished.</returns>
    public static ErasedLine? Parse(string line) => line.Split(' ') is [var at, var kind, var id]
        && DateTime.TryParseExact(at, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var when)
        && Enum.TryParse<ErasedKind>(kind, out var what) && Guid.TryParse(id, out var which) ? new ErasedLine(when, what, which) : null;
}
