using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MimeKit;
using Netzwerk.Mail;

namespace Netzwerk.Tests.Kit;

/// <summary>Everybody's mailbox: the messages in the order in which they were sent.</summary>
public sealed class Inbox : IMailTransport
{
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();

    /// <summary>What the mail server answers from now on.</summary>
    public Func<MimeMessage, Delivery> Answer { get; set; } = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");

    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var answer = Answer(message);
        if (answer.Outcome != DeliveryOutcome.Accepted) return answer;
        using var bytes = new MemoryStream();
        await message.WriteToAsync(bytes, cancellationToken);
        bytes.Position = 0;
        _mails.Enqueue(new ReceivedMail(await MimeMessage.LoadAsync(bytes, cancellationToken)));
        return answer;
    }

    public IReadOnlyList<ReceivedMail> To(string address) =>
        [.. _mails.Where(mail => string.Equals(mail.To, address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The only message to this address; says what there is when there are more or none.</summary>
    public ReceivedMail SingleTo(string address) => To(address) is [var only]
        ? only
        : throw new InvalidOperationException($"There are {To(address).Count} mails to {address}; all mails: {string.Join("; ", _mails.Select(mail => $"{mail.To} ({mail.Subject})"))}");
}

/// <summary>One message as its reader's program sees it.</summary>
public sealed partial record ReceivedMail(MimeMessage Message)
{
    public string To => Message.To.Mailboxes.Single().Address;

    public string Subject => Message.Subject!;

    public string Text => Message.TextBody!.ReplaceLineEndings("\n");

    public string Html => Message.HtmlBody!;

    /// <summary>The attached calendar file.</summary>
    public string? Calendar => Message.BodyParts.OfType<MimePart>().SingleOrDefault(part => part.FileName == "termin.ics") is { } part ? Decode(part) : null;

    /// <summary>Path of the parent's own page, <c>/anmeldung/…</c>; null when the mail has no such link.</summary>
    public string? PersonalLink => LinkPattern().Match(Text) is { Success: true } match ? match.Groups["path"].Value : null;

    private static string Decode(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/anmeldung/[A-Za-z0-9_-]{20,})")]
    private static partial Regex LinkPattern();
}
