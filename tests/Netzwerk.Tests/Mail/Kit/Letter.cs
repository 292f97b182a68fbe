using Netzwerk.Mail;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>The messages that the tests send.</summary>
internal static class Letter
{
    public const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nSUMMARY:Jubiläumsfeier\r\nEND:VCALENDAR\r\n";

    public static readonly DateTime Written = new(2022, 10, 24, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>Anna's confirmation, with the personal link in both bodies.</summary>
    public static OutboxMail ToAnna(
        string name = "Anna Öztürk", string subject = "Anmeldebestätigung: Jubiläumsfeier, Fr., 11.11.2022",
        string address = "anna.canary@example.org", string text = "", string? replyTo = "kontakt@netz.example", string kind = MailKind.Confirmation) => new("netz.example", Written)
        {
            Kind = kind,
            EventId = Guid.CreateVersion7(),
            RegistrationId = Guid.CreateVersion7(),
            LinkGeneration = 1,
            ToAddress = address,
            ToName = name,
            Subject = subject,
            TextBody = $"Grüße!\nIhr Link: {OutboxMail.LinkMarker}\n.\nEin Punkt allein.\n{text}",
            HtmlBody = $"<p>Grüße!</p><p><a href=\"{OutboxMail.LinkMarker}\">Ihr Link</a></p>",
            Calendar = Calendar,
            ReplyToAddress = replyTo,
            ReplyToName = "Karin Kontakt",
        };

    /// <summary>Far more than the buffers on the way hold, so that a break in the middle is noticed while writing.</summary>
    public static OutboxMail LongToAnna() =>
        ToAnna(text: string.Concat(Enumerable.Repeat("Eine Zeile von vielen, damit die Nachricht lang wird.\n", 400_000)));
}
