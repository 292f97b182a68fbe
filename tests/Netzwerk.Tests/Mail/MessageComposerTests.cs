using MimeKit;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

public sealed class MessageComposerTests
{
    [Fact]
    public async Task A_message_has_text_before_html_and_the_calendar_attached()
    {
        await using var kit = new OutboxKit();
        var message = await ReadAsync(kit, Letter.ToAnna());

        var mixed = Assert.IsType<Multipart>(message.Body);
        Assert.Equal("multipart/mixed", mixed.ContentType.MimeType);
        var both = Assert.IsType<MultipartAlternative>(mixed[0]);
        Assert.Equal(["text/plain", "text/html"], both.Select(part => part.ContentType.MimeType));
        Assert.Contains($"Ihr Link: {OutboxKit.Link}", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("\n.\n", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://netz.example/anmeldung/geheim?a=1&amp;b=2\"", message.HtmlBody, StringComparison.Ordinal);

        var calendar = Assert.IsType<TextPart>(mixed[1]);
        Assert.Equal(("text/calendar", "PUBLISH", "utf-8", "termin.ics"),
            (calendar.ContentType.MimeType, calendar.ContentType.Parameters["method"], calendar.ContentType.Charset, calendar.FileName));
        Assert.True(calendar.IsAttachment);
        using var bytes = new MemoryStream();
        calendar.Content!.DecodeTo(bytes);
        Assert.Equal(Letter.Calendar, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Fact]
    public async Task Headers_are_as_the_contract_says()
    {
        await using var kit = new OutboxKit();
        var mail = Letter.ToAnna();
        var message = await ReadAsync(kit, mail);

        Assert.Equal(mail.MessageId, message.MessageId);
        Assert.EndsWith("@netz.example", message.MessageId, StringComparison.Ordinal);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(mail.Subject, message.Subject);
        Assert.Equal(kit.Clock.GetUtcNow(), message.Date);
        Assert.Equal(("Netzwerk", "absender@netz.example"), Only(message.From));
        Assert.Equal(("Anna Öztürk", "anna.canary@example.org"), Only(message.To));
        Assert.Equal(("Karin Kontakt", "kontakt@netz.example"), Only(message.ReplyTo));
        Assert.Equal("antwort@netz.example", Only((await ReadAsync(kit, Letter.ToAnna(replyTo: null))).ReplyTo).Address);
    }

    [Fact]
    public async Task Names_and_subjects_cannot_add_headers()
    {
        await using var kit = new OutboxKit();
        var message = await ReadAsync(kit, Letter.ToAnna("Anna\r\nBcc: victim@localhost", "Hallo\r\nX-Mine: 1\n\nBody\u2028\u202Eend"));

        Assert.Equal("", Only(message.To).Name ?? "");
        Assert.Equal("Hallo X-Mine: 1 Body end", message.Subject);
        Assert.DoesNotContain(message.Headers, header => header.Field is "Bcc" or "X-Mine");
    }

    [Fact]
    public void An_address_cannot_speak_to_the_mail_server() =>
        Assert.Throws<ArgumentException>(() => Letter.ToAnna(address: "anna@example.org>\r\nRCPT TO:<victim@example.org"));

    [Fact]
    public async Task Long_lines_and_long_subjects_stay_within_what_mail_allows()
    {
        await using var kit = new OutboxKit();
        var longLine = new string('ö', 3000);
        using var message = await kit.Composer.ComposeAsync(Letter.ToAnna(subject: longLine, text: longLine));
        using var raw = new MemoryStream();
        message.WriteTo(raw);

        var lines = System.Text.Encoding.UTF8.GetString(raw.ToArray()).Split('\n');
        Assert.All(lines, line => Assert.InRange(line.TrimEnd('\r').Length, 0, 998));
        raw.Position = 0;
        var read = MimeMessage.Load(raw);
        Assert.Equal(longLine, read.Subject);
        Assert.Contains(longLine, read.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("Gewinn www.evil")]
    [InlineData("evil.example/abc")]
    [InlineData("evil\u3002com")]
    [InlineData("evil.\u202Ecom")]
    [InlineData("10.0.0.1/x")]
    [InlineData("=?utf-8?q?Du_bist_dran?=")]
    [InlineData("Ich weiß, wo du wohnst!")]
    [InlineData("ruf mich sofort an sonst")]
    [InlineData("Tel 0171 3920012")]
    [InlineData("我知道你住在哪里你等着瞧吧好")]
    [InlineData("Komm zurück 😀")]
    public async Task A_name_that_carries_a_message_is_left_out(string name)
    {
        await using var kit = new OutboxKit();
        Assert.Equal("", Only((await ReadAsync(kit, Letter.ToAnna(name))).To).Name ?? "");
    }

    [Theory]
    [InlineData("Anna-Lena O’Connor")]
    [InlineData("Dr. Karin kl. Holthaus")]
    [InlineData("أنا")]
    [InlineData("J. R.")]
    [InlineData("María del Carmen García-Márquez")]
    [InlineData("anna müller")]
    [InlineData("王小明")]
    [InlineData("क्षत्रिय शर्मा")]
    [InlineData("Đ O'Şahin")]
    [InlineData("Abu Bakr bin Ibrahim al Saud")]
    public async Task An_ordinary_name_stays(string name)
    {
        await using var kit = new OutboxKit();
        Assert.Equal(name, Only((await ReadAsync(kit, Letter.ToAnna(name))).To).Name);
    }

    /// <summary>RFC 2047 makes other text of such a word; what stands in a title is shown as it was typed.</summary>
    [Fact]
    public async Task An_encoded_word_in_a_subject_stays_what_it_is()
    {
        await using var kit = new OutboxKit();
        foreach (var subject in (string[])["Abgesagt: =?utf-8?q?Gewonnen?=, Fr., 11.11.2022", "=?utf-8?b?SGFsbG8=?= Jubiläum"])
            Assert.Equal(subject.Replace("=?", "= ?", StringComparison.Ordinal), (await ReadAsync(kit, Letter.ToAnna(subject: subject))).Subject);
    }

    private static async Task<MimeMessage> ReadAsync(OutboxKit kit, OutboxMail mail)
    {
        using var message = await kit.Composer.ComposeAsync(mail);
        using var raw = new MemoryStream();
        message.WriteTo(raw);
        raw.Position = 0;
        return MimeMessage.Load(raw);
    }

    private static (string? Name, string Address) Only(InternetAddressList list)
    {
        var box = list.Mailboxes.Single();
        return (box.Name, box.Address);
    }
}
