using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using Netzwerk.Domain;

namespace Netzwerk.Mail;

/// <summary>
/// Turns a row into the message as the contract has it: text before HTML, the calendar file attached, stored Message-ID,
/// <c>Auto-Submitted</c> (RFC 3834), answers to the event's contact.
/// </summary>
public sealed class MessageComposer(IOptionsMonitor<MailOptions> options, PersonalLink personalLink, TimeProvider clock, AccountLink? accountLink = null)
{
    /// <exception cref="InvalidOperationException">The bodies ask for a personal link and the row names neither registration nor account.</exception>
    public async Task<MimeMessage> ComposeAsync(OutboxMail mail)
    {
        var settings = options.CurrentValue;
        var link = await LinkAsync(mail);
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = clock.GetUtcNow(),
            Subject = HeaderText.OneLine(mail.Subject),
            Body = Body(mail, link),
        };
        if (mail.FirstMessageId is { } first)
        {
            message.InReplyTo = first;
            message.References.Add(first);
        }
        message.From.Add(Mailbox(settings.SenderName, settings.Sender));
        message.To.Add(Mailbox(PersonName.IsPlain(mail.ToName) ? mail.ToName : "", mail.ToAddress));
        if ((mail.ReplyToAddress ?? settings.ReplyTo) is { Length: > 0 } replyTo)
            message.ReplyTo.Add(Mailbox(mail.ReplyToName ?? "", replyTo));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private async ValueTask<string?> LinkAsync(OutboxMail mail)
    {
        if (!mail.TextBody.Contains(OutboxMail.LinkMarker) && !mail.HtmlBody.Contains(OutboxMail.LinkMarker))
            return null;
        if (mail.RegistrationId is { } registration)
            return personalLink(registration, mail.LinkGeneration);
        return mail.AccountId is { } account && accountLink is not null
            ? await accountLink(account, mail.Kind)
            : throw new InvalidOperationException("Die Nachricht enthält den persönlichen Link, nennt aber weder Anmeldung noch Konto. Setzen Sie RegistrationId oder AccountId.");
    }

    private static Multipart Body(OutboxMail mail, string? link)
    {
        var both = new MultipartAlternative
        {
            Text("plain", mail.TextBody.Replace(OutboxMail.LinkMarker, link)),
            Text("html", mail.HtmlBody.Replace(OutboxMail.LinkMarker, WebUtility.HtmlEncode(link))),
        };
        return mail.Calendar is null ? both : new Multipart("mixed") { both, Calendar(mail.Calendar) };
    }

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static MimePart Calendar(string text)
    {
        var type = new ContentType("text", "calendar") { Charset = "utf-8" };
        type.Parameters.Add("method", "PUBLISH");
        return new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(text))),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = "termin.ics",
        };
    }

    private static MailboxAddress Mailbox(string name, string address) => new(HeaderText.OneLine(name), address);
}
