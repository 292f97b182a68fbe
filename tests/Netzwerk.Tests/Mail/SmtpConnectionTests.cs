using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

/// <summary>How the connection is kept, and that it never carries anything in plain text when TLS was asked for.</summary>
public sealed class SmtpConnectionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_idle_connection_that_the_server_closed_is_opened_again_without_losing_an_attempt(bool wait)
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.None) { ClosesAfterMessage = true };
        await using var kit = SmtpKit.To(server.Port);
        await kit.DeliverAsync(await kit.PutAsync());
        if (wait)
            await Task.Delay(50);

        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal((MailState.Sent, 1, 2), (row.State, row.Attempts, server.Connections));
        Assert.Equal(2, server.Taken.Count);
    }

    [Fact]
    public async Task A_domain_with_umlauts_is_encoded_for_a_server_without_smtputf8()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.None);
        await using var kit = SmtpKit.To(server.Port);

        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(await kit.PutAsync(Letter.ToAnna(address: "anna@müller.example")))).State);
        Assert.Contains("RCPT TO:<anna@xn--mller-kva.example>", server.PlainLines);
    }

    [Fact]
    public async Task One_connection_serves_many_messages()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.None);
        await using var kit = SmtpKit.To(server.Port);
        for (var i = 0; i < 10; i++)
            await kit.PutAsync();

        await kit.Outbox.DeliverDueAsync(CancellationToken.None);

        Assert.Equal((10, 1), (server.Taken.Count, server.Connections));
    }

    [Fact]
    public async Task A_bad_certificate_waits_and_nothing_is_said_in_plain_text()
    {
        using var certificates = new TestCertificates();
        using var server = new MisbehavingSmtpServer(SmtpFault.None, certificates.Server);
        await using var kit = SmtpKit.To(server.Port, MailSecurity.StartTls, login: true);

        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal(MailState.Waiting, row.State);
        Assert.Contains("Zertifikat", row.LastAnswer, StringComparison.Ordinal);
        AssertOnlyGreetingInPlain(server);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls, true, "Mail:Security")]
    [InlineData(MailSecurity.StartTls, false, "Mail:Security")]
    [InlineData(MailSecurity.Tls, true, "TLS")]
    public async Task A_server_without_tls_gets_nothing_when_tls_was_asked_for(MailSecurity security, bool login, string answer)
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.NoStartTls);
        await using var kit = SmtpKit.To(server.Port, security, login);

        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal(MailState.Waiting, row.State);
        Assert.Contains(answer, row.LastAnswer, StringComparison.Ordinal);
        AssertOnlyGreetingInPlain(server);
        Assert.Empty(server.Taken);
    }

    /// <summary>What else came is a TLS greeting, random bytes that may happen to look like a line.</summary>
    private static void AssertOnlyGreetingInPlain(MisbehavingSmtpServer server) =>
        Assert.All(server.PlainLines, line => Assert.DoesNotMatch("(?i)^(MAIL|RCPT|DATA|AUTH|BDAT|Subject:|To:)", line));
}
