using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

/// <summary>Against aiosmtpd, which demands STARTTLS and login.</summary>
public sealed class RealSmtpTests : IDisposable
{
    private readonly TestCertificates certificates = new();
    private readonly RealSmtpServer server;

    public RealSmtpTests() => server = new(certificates);

    [Fact]
    public async Task Twenty_messages_arrive_once_each_with_text_html_and_calendar()
    {
        await using var kit = Kit(RealSmtpServer.Password, trusted: true);
        var mails = new List<OutboxMail>();
        for (var i = 0; i < 20; i++)
            mails.Add(await kit.PutAsync());

        await kit.Outbox.DeliverDueAsync(CancellationToken.None);

        Assert.All(mails, mail => Assert.Equal(MailState.Sent, kit.RowAsync(mail).GetAwaiter().GetResult().State));
        Assert.Equal(mails.Select(m => m.MessageId).Order(), server.Messages.Select(m => m.MessageId).Order());
        Assert.All(server.Envelopes, envelope => Assert.Equal("absender@netz.example anna.canary@example.org", envelope));
        var message = server.Messages[0];
        Assert.Contains("Grüße!", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("\n.\n", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<p>Grüße!</p>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Single(message.Attachments);
    }

    [Theory]
    [InlineData("günther@example.org")]
    [InlineData("anna@müller.example")]
    public async Task An_address_with_umlauts_arrives(string address)
    {
        await using var kit = Kit(RealSmtpServer.Password, trusted: true);
        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(await kit.PutAsync(Letter.ToAnna(address: address)))).State);
        Assert.Equal($"absender@netz.example {address}", Assert.Single(server.Envelopes));
    }

    [Fact]
    public async Task A_wrong_password_waits_and_says_so()
    {
        await using var kit = Kit("falsch", trusted: true);
        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal(MailState.Waiting, row.State);
        Assert.Contains("Mail:Password", row.LastAnswer, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_waits_and_says_so()
    {
        await using var kit = Kit(RealSmtpServer.Password, trusted: false);
        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal(MailState.Waiting, row.State);
        Assert.Contains("Zertifikat", row.LastAnswer, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    public void Dispose()
    {
        server.Dispose();
        certificates.Dispose();
    }

    private OutboxKit Kit(string password, bool trusted)
    {
        var options = new MailOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            From = "absender@netz.example",
            User = RealSmtpServer.User,
            Password = password,
        };
        return new(new SmtpTransport(new Fixed<MailOptions>(options))
        {
            CertificateCheck = trusted ? certificates.Trust : null,
        });
    }
}
