using System.Net;
using System.Net.Sockets;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

/// <summary>Whatever the server does: one copy or a visible failure, and a second copy only where the outcome was unknowable.</summary>
public sealed class SmtpFaultTests
{
    [Theory]
    [InlineData(SmtpFault.Greeting421, "421")]
    [InlineData(SmtpFault.Greeting554, "554")]
    [InlineData(SmtpFault.SilentGreeting, "zu langsam")]
    [InlineData(SmtpFault.AuthRefused, "Mail:Password")]
    [InlineData(SmtpFault.Sender530, "Mail:Password")]
    [InlineData(SmtpFault.Sender550, "550 sender not allowed")]
    [InlineData(SmtpFault.Recipient421, "421")]
    [InlineData(SmtpFault.Recipient451, "451 4.7.1 greylisted")]
    [InlineData(SmtpFault.Recipient452, "452")]
    [InlineData(SmtpFault.RelayDenied, "Relay access denied")]
    [InlineData(SmtpFault.Data451, "451")]
    public async Task A_fault_that_may_pass_waits_visibly_and_one_copy_arrives_later(SmtpFault fault, string answer)
    {
        using var server = new MisbehavingSmtpServer(fault);
        await using var kit = SmtpKit.To(server.Port, login: fault == SmtpFault.AuthRefused);
        var mail = await kit.PutAsync();

        var row = await kit.DeliverAsync(mail);
        Assert.Equal(MailState.Waiting, row.State);
        Assert.Contains(answer, row.LastAnswer, StringComparison.Ordinal);
        Assert.Empty(server.Taken);

        server.Fault = SmtpFault.None;
        if (fault == SmtpFault.AuthRefused)
            return;
        row = await kit.DeliverNextAsync(mail);
        Assert.Equal((MailState.Sent, false), (row.State, row.PossiblyDuplicate));
        AssertCopies(1, server, mail);
        AssertNothingPersonalLogged(kit);
    }

    [Theory]
    [InlineData(SmtpFault.Recipient550, "550 5.1.1 no such user")]
    [InlineData(SmtpFault.Data554, "554 5.6.0 content not wanted")]
    public async Task A_definite_no_is_refused_at_once_with_the_servers_words(SmtpFault fault, string answer)
    {
        using var server = new MisbehavingSmtpServer(fault);
        await using var kit = SmtpKit.To(server.Port);
        var mail = await kit.PutAsync();

        var row = await kit.DeliverAsync(mail);

        Assert.Equal(MailState.Refused, row.State);
        Assert.StartsWith(answer, row.LastAnswer, StringComparison.Ordinal);
        kit.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await kit.DeliverAsync(mail)).Attempts);
        Assert.Empty(server.Taken);
        AssertNothingPersonalLogged(kit);
    }

    [Theory]
    [InlineData("günther@example.org", "SMTPUTF8")]
    [InlineData("Anna <a@example.org>", "keine E-Mail-Adresse")]
    public async Task An_address_that_cannot_be_reached_is_refused_with_the_reason(string address, string answer)
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.None);
        await using var kit = SmtpKit.To(server.Port);

        var row = await kit.DeliverAsync(await kit.PutAsync(Letter.ToAnna(address: address)));

        Assert.Equal(MailState.Refused, row.State);
        Assert.Contains(answer, row.LastAnswer, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task A_refused_reader_does_not_cost_the_next_one_the_message()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.Recipient550);
        await using var kit = SmtpKit.To(server.Port);
        await kit.DeliverAsync(await kit.PutAsync());
        server.Fault = SmtpFault.None;

        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(await kit.PutAsync())).State);
    }

    [Fact]
    public async Task A_server_that_is_down_is_waited_for()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var kit = SmtpKit.To(port);

        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal(MailState.Waiting, row.State);
        Assert.StartsWith("Keine Verbindung zum Mailserver", row.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_server_gets_its_time()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.Slow);
        await using var kit = SmtpKit.To(server.Port);
        var mail = await kit.PutAsync();

        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(mail)).State);
        AssertCopies(1, server, mail);
    }

    [Fact]
    public async Task A_server_that_drips_does_not_hold_up_the_others_for_ever()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.Slow);
        await using var kit = SmtpKit.To(server.Port, atMost: TimeSpan.FromMilliseconds(150));

        var row = await kit.DeliverAsync(await kit.PutAsync());

        Assert.Equal(MailState.Waiting, row.State);
        Assert.Contains("zu langsam", row.LastAnswer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpFault.DropAfterFinalDot)]
    [InlineData(SmtpFault.SilentAfterFinalDot)]
    public async Task A_break_after_the_final_dot_is_unknown_and_the_second_copy_is_marked(SmtpFault fault)
    {
        using var server = new MisbehavingSmtpServer(fault);
        await using var kit = SmtpKit.To(server.Port);
        var mail = await kit.PutAsync();

        var row = await kit.DeliverAsync(mail);
        Assert.Equal(MailState.Unknown, row.State);
        Assert.StartsWith("Keine Antwort nach der Übergabe", row.LastAnswer, StringComparison.Ordinal);

        server.Fault = SmtpFault.None;
        row = await kit.DeliverNextAsync(mail);
        Assert.Equal((MailState.Sent, true), (row.State, row.PossiblyDuplicate));
        AssertCopies(2, server, mail);
    }

    [Fact]
    public async Task A_break_before_the_final_dot_is_no_handing_over()
    {
        using var server = new MisbehavingSmtpServer(SmtpFault.DropWhileReading);
        await using var kit = SmtpKit.To(server.Port);
        var mail = await kit.PutAsync(Letter.LongToAnna());

        Assert.Equal(MailState.Waiting, (await kit.DeliverAsync(mail)).State);

        server.Fault = SmtpFault.None;
        var row = await kit.DeliverNextAsync(mail);
        Assert.Equal((MailState.Sent, false), (row.State, row.PossiblyDuplicate));
        AssertCopies(1, server, mail);
    }

    private static void AssertCopies(int copies, MisbehavingSmtpServer server, OutboxMail mail)
    {
        Assert.Equal(copies, server.Taken.Count);
        Assert.All(server.Taken, message => Assert.Contains($"Message-Id: <{mail.MessageId}>", message, StringComparison.OrdinalIgnoreCase));
    }

    private static void AssertNothingPersonalLogged(OutboxKit kit)
    {
        Assert.NotEmpty(kit.Log.Lines);
        Assert.DoesNotContain(kit.Log.Lines, line =>
            line.Contains("canary", StringComparison.Ordinal) || line.Contains("Öztürk", StringComparison.Ordinal));
    }
}
