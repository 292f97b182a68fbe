using System.Globalization;
using System.Text.RegularExpressions;

namespace Netzwerk.Data.Backup;

/// <summary>A backup that was checked, as it lies in a folder; its name says when it was made (UTC).</summary>
public sealed partial record MadeBackup(DateTime MadeAt, string File)
{
    private const string Moment = "yyyy-MM-dd-HHmmss'Z'";

    public bool IsEncrypted => File.EndsWith(".age", StringComparison.Ordinal);

    public long Bytes => new FileInfo(File).Length;

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<MadeBackup> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder).Where(file => Name().IsMatch(Path.GetFileName(file)))
            .Select(file => MomentIn(Path.GetFileName(file)) is { } at ? new MadeBackup(at, file) : null).OfType<MadeBackup>()
            .OrderByDescending(made => made.MadeAt),
    ];

    /// <summary>Two in one second get two names.</summary>
    public static string FreeName(string folder, DateTime at, bool isEncrypted)
    {
        while (true)
        {
            var name = Path.Combine(folder, $"netzwerk-{Stamp(at)}.tar.gz");
            if (!System.IO.File.Exists(name) && !System.IO.File.Exists(name + ".age")) return isEncrypted ? name + ".age" : name;
            at = at.AddSeconds(1);
        }
    }

    public static string Stamp(DateTime at) => at.ToString(Moment, CultureInfo.InvariantCulture);

    /// <returns>The moment in a file's or folder's name.</returns>
    public static DateTime? MomentIn(string name) => Stamped().Match(name) is { Success: true } found
        && DateTime.TryParseExact(found.Value, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    [GeneratedRegex(@"^netzwerk-[0-9-]{17}Z\.tar\.gz(?:\.age)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}Z", RegexOptions.NonBacktracking)]
    private static partial Regex Stamped();
}

/// <param name="Why">One sentence for the operator.</param>
public sealed record BackupFailure(DateTime At, string Why)
{
    internal static BackupFailure? Read(string file)
    {
        if (!File.Exists(file) || File.ReadAllLines(file) is not [var at, var why, ..]) return null;
        return DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? new BackupFailure(moment, why) : null;
    }

    /// <summary>A full disk also keeps this from being written; then the log alone says it.</summary>
    internal static void Write(string file, BackupFailure failure)
    {
        try
        {
            File.WriteAllLines(file, [failure.At.ToString("O", CultureInfo.InvariantCulture), failure.Why.ReplaceLineEndings(" ")]);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
        }
    }
}
