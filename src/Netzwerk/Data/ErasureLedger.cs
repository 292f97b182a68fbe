using System.Globalization;
using System.Text;

namespace Netzwerk.Data;

/// <summary>
/// What was erased, in a file outside the database: an older copy of the database that is put back knows nothing of an erasure, and would
/// bring the person back. Lines of time, kind and id, no names; written to the disk before the erasure itself is committed, and applied
/// again with each start. Two ledgers are merged by putting their lines together; the order means nothing.
/// </summary>
public sealed class ErasureLedger(DataDirectory directory, TimeProvider system)
{
    private const string Lock = "erased.lock";

    private string Path => directory.ErasureLedger;

    /// <summary>On the disk when it returns. An erasure that then fails is made good with the next start.</summary>
    public async Task WriteAsync(ErasedKind kind, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0) return;
        var now = system.GetUtcNow().UtcDateTime;
        await using var mine = await directory.LockAsync(Lock);
        await using var file = new FileStream(Path, DataDirectory.Private(FileMode.OpenOrCreate));
        // What a killed process left half written must not swallow the next line.
        file.Seek(0, SeekOrigin.End);
        var text = new StringBuilder(file.Length > 0 ? "\n" : "");
        foreach (var id in ids) text.Append(new ErasedLine(now, kind, id)).Append('\n');
        await file.WriteAsync(Encoding.ASCII.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
    }

    public async Task<IReadOnlyList<ErasedLine>> ReadAsync() =>
        File.Exists(Path) ? [.. (await File.ReadAllLinesAsync(Path)).Select(ErasedLine.Parse).OfType<ErasedLine>()] : [];

    /// <summary>Drops what is older than any backup can be.</summary>
    public async Task TrimAsync()
    {
        var oldest = system.GetUtcNow().UtcDateTime.AddDays(-Domain.Retention.LedgerDays);
        await using var mine = await directory.LockAsync(Lock);
        var before = await ReadAsync();
        var after = before.Where(line => line.At >= oldest).Distinct().ToList();
        if (after.Count == before.Count) return;
        var fresh = Path + ".new";
        await using (var file = new FileStream(fresh, DataDirectory.Private(FileMode.Create)))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(after.Select(line => line + "\n"))));
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, Path, overwrite: true);
    }
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
