using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using MimeKit;
using Netzwerk.Data;
using Netzwerk.Mail;

namespace Netzwerk.Features.Demo;

/// <summary>The mails that the demo wrote into files instead of sending them.</summary>
public sealed partial class DemoMailbox(DataDirectory directory, IOptionsMonitor<MailOptions> options)
{
    public const int PageSize = 50;

    /// <summary>On this machine: where mails go instead of here. Null while they become files.</summary>
    public string? MailServer => options.CurrentValue is { HasServer: true } mail ? mail.Host : null;

    public int Count => Files().Count();

    /// <summary>Newest first; only the heads are read.</summary>
    public async Task<IReadOnlyList<MailRow>> PageAsync(int page, CancellationToken cancel)
    {
        var rows = new List<MailRow>();
        foreach (var file in Files().OrderByDescending(file => file.Name, StringComparer.Ordinal).Skip((page - 1) * PageSize).Take(PageSize))
        {
            await using var stream = file.OpenRead();
            var head = await HeaderList.LoadAsync(stream, cancel);
            var message = new MimeMessage(head);
            rows.Add(new MailRow(Path.GetFileNameWithoutExtension(file.Name), Readable(message.To), message.Subject ?? "", message.Date.UtcDateTime));
        }
        return rows;
    }

    /// <summary>The id is compared with the names that are there and never becomes part of a path.</summary>
    public async Task<MimeMessage?> FindAsync(string id, CancellationToken cancel)
    {
        var file = Files().FirstOrDefault(candidate => candidate.Name == id + ".eml");
        return file is null ? null : await MimeMessage.LoadAsync(file.FullName, cancel);
    }

    /// <summary>The addresses in a text, each once, in order.</summary>
    public static IReadOnlyList<string> LinksIn(string? text) => [.. Address().Matches(text ?? "").Select(match => match.Value.TrimEnd('.', ',', ')')).Distinct(StringComparer.Ordinal)];

    /// <summary>Name and address without the quotes and escapes of the head.</summary>
    public static string Readable(InternetAddressList list) =>
        string.Join(", ", list.Mailboxes.Select(box => string.IsNullOrEmpty(box.Name) ? box.Address : $"{box.Name} <{box.Address}>"));

    /// <summary>A file name that means nothing to any file system or header.</summary>
    public static string SafeName(string? name)
    {
        var safe = string.Concat((name ?? "").Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_' ? sign : '-')).TrimStart('.');
        return safe.Length == 0 ? "anhang" : safe[..Math.Min(safe.Length, 80)];
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(directory.Mails).EnumerateFiles("*.eml");

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}

/// <param name="SentAt">UTC, system clock: mails carry the real time, also in the demo.</param>
public sealed record MailRow(string Id, string To, string Subject, DateTime SentAt);
