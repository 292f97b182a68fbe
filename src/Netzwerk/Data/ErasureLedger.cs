using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Netzwerk.Data.Backup;
using Netzwerk.Domain;

namespace Netzwerk.Data;

/// <summary>
/// What was erased, in a file outside the database: an older copy of the database that is put back knows nothing of an erasure, and would
/// bring the person back. Lines of time, kind and id, no names; written to the disk before the erasure itself is committed, and applied
/// again with each start. Two ledgers are merged by putting their lines together; the order means nothing. Where the backups lie on another
/// disk, the same lines lie there too: what was erased since the last backup outlives the loss of the whole data directory.
/// </summary>
public sealed class ErasureLedger(DataDirectory directory, TimeProvider system, IOptions<BackupOptions> backups, ILogger<ErasureLedger> log, ClockGuard guard)
{
    private const string Lock = "erased.lock";

    private string Path => directory.ErasureLedger;

    /// <summary>Null while the backups lie in the data directory.</summary>
    private string? Second => backups.Value.Directory is { Length: > 0 } folder && !IsInside(folder) ? System.IO.Path.Combine(folder, "erased.ledger") : null;

    /// <summary>On the disk when it returns. An erasure that then fails is made good with the next start.</summary>
    public async Task WriteAsync(ErasedKind kind, IReadOnlyCollection<Guid> ids, ErasureCause cause = ErasureCause.Request)
    {
        if (ids.Count == 0) return;
        // A line that looked older than it is would be dropped while a backup still knows the person.
        var now = guard.NotBefore(system.GetUtcNow().UtcDateTime);
        var lines = string.Concat(ids.Select(id => new ErasedLine(now, kind, id, cause) + "\n"));
        await using var mine = await directory.LockAsync(Lock);
        await AppendAsync(Path, lines);
        if (Second is { } second) await TryAsync(second, () => AppendAsync(second, lines));
    }

    public Task<IReadOnlyList<ErasedLine>> ReadAsync() => ReadAsync(Path);

    private static async Task<IReadOnlyList<ErasedLine>> ReadAsync(string path) =>
        File.Exists(path) ? [.. (await File.ReadAllLinesAsync(path)).Select(ErasedLine.Parse).OfType<ErasedLine>()] : [];

    /// <summary>Drops what is older than any backup can be, unless the clock is not believed.</summary>
    public async Task TrimAsync()
    {
        var now = system.GetUtcNow().UtcDateTime;
        if (guard.StateAt(now) != ClockState.Trusted) return;
        var oldest = now.AddDays(-Retention.LedgerDays);
        await using var mine = await directory.LockAsync(Lock);
        await TrimAsync(Path, oldest);
        if (Second is { } second) await TryAsync(second, () => TrimAsync(second, oldest));
    }

    /// <summary>Whoever was erased according to one of them stays erased. The first is replaced as a whole or not at all.</summary>
    /// <param name="until">Lines that are dated later are left out where only the time had caused them; what somebody asked for stays erased.</param>
    /// <returns>How many were left out.</returns>
    internal static int Merge(string into, DateOnly? until, params string?[] others)
    {
        var files = others.Append(into).Where(File.Exists).ToList();
        var all = files.SelectMany(file => File.ReadAllLines(file!)).Distinct(StringComparer.Ordinal).ToList();
        var lines = all.FindAll(line => !IsLater(line, until));
        if (files.Count > 0 && all.Count > 0) Replace(into, lines);
        return all.Count - lines.Count;
    }

    /// <returns>How many lines a retention dated later than this day: by a clock that was wrong, where the day is today.</returns>
    internal static int CountLater(string path, DateOnly day) => File.Exists(path) ? File.ReadAllLines(path).Count(line => IsLater(line, day)) : 0;

    private static bool IsLater(string line, DateOnly? until) =>
        until is not null && ErasedLine.Parse(line) is { Cause: ErasureCause.Retention } erased && BerlinTime.DateOf(erased.At) > until;

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

public enum ErasureCause
{
    /// <summary>Somebody wanted it: the family, or an organiser.</summary>
    Request,

    /// <summary>It was over its time by the clock of that moment.</summary>
    Retention,
}

/// <summary>
/// Only the line of a retention names its cause. An earlier version of the program does not read such a line, and erases the same again
/// by itself; what somebody asked for it still knows.
/// </summary>
/// <param name="At">System clock.</param>
public sealed record ErasedLine(DateTime At, ErasedKind Kind, Guid Id, ErasureCause Cause = ErasureCause.Request)
{
    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToString(Stamp, CultureInfo.InvariantCulture)} {Kind} {Id}")
        + (Cause == ErasureCause.Retention ? $" {Cause}" : "");

    /// <returns>Null for a line that was never finished.</returns>
    public static ErasedLine? Parse(string line) => line.Split(' ') is [var at, var kind, var id, .. var cause] && (cause is [] or [nameof(ErasureCause.Retention)])
        && DateTime.TryParseExact(at, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var when)
        && Enum.TryParse<ErasedKind>(kind, out var what) && Guid.TryParse(id, out var which)
        ? new ErasedLine(when, what, which, cause is [] ? ErasureCause.Request : ErasureCause.Retention) : null;
}
