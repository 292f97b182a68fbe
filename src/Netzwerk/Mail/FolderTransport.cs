using System.Globalization;
using MimeKit;

namespace Netzwerk.Mail;

/// <summary>
/// Writes each message as <c>{UTC time}_{message id}.eml</c>, so that names sort by time. A file appears under its name only when
/// it is complete; it is not forced onto the disk, because this folder is for trying the site, and each flush would hold up the database's.
/// </summary>
public sealed class FolderTransport(string folder, TimeProvider clock) : IMailTransport
{
    private static readonly FileStreamOptions OwnerOnly = OperatingSystem.IsWindows()
        ? new() { Mode = FileMode.CreateNew, Access = FileAccess.Write }
        : new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };

    private static readonly FormatOptions AsOnTheWire = WithCrLf();

    public string Folder => folder;

    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, time + EndOf(message.MessageId));
        var unfinished = file + ".tmp";
        try
        {
            Directory.CreateDirectory(folder);
            File.Delete(unfinished);
            await using (var stream = new FileStream(unfinished, OwnerOnly))
            {
                message.Prepare(EncodingConstraint.SevenBit);
                await message.WriteToAsync(AsOnTheWire, stream, cancellationToken);
            }

            File.Move(unfinished, file, overwrite: true);
            return new(DeliveryOutcome.Accepted, "250 " + Path.GetFileName(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(DeliveryOutcome.Deferred, $"Nachricht nicht in den Ordner geschrieben: {e.Message}");
        }
    }

    /// <summary>Takes away what was ever written of these messages, also what a killed process left half written.</summary>
    public static void Forget(string folder, IEnumerable<string> messageIds)
    {
        var ends = messageIds.SelectMany(EndsOf).ToList();
        if (ends.Count == 0 || !Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => ends.Any(end => file.Contains(end, StringComparison.Ordinal))).ToList())
            File.Delete(file);
    }

    /// <summary>Of a message that was written anew under another id also the first one, and those between.</summary>
    private static IEnumerable<string> EndsOf(string messageId) => MessageIds.FirstOf(messageId) is not { } first ? [EndOf(messageId)]
        : [EndOf(first), $"_{first[..first.IndexOf('@')]}."];

    private static string EndOf(string? messageId) =>
        $"_{string.Concat((messageId ?? "").Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '@' ? c : '-'))}.eml";

    private static FormatOptions WithCrLf()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
