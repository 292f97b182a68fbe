using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>One connection of the misbehaving server.</summary>
internal sealed class SmtpDialogue(MisbehavingSmtpServer server, Stream stream, X509Certificate2? certificate) : IDisposable
{
    private Stream stream = stream;
    private StreamReader reader = new(stream, Encoding.Latin1);
    private string recipient = "";

    public async Task RunAsync(CancellationToken stop)
    {
        if (server.Fault == SmtpFault.SilentGreeting)
            await Task.Delay(Timeout.Infinite, stop);
        await SayAsync(server.Fault switch
        {
            SmtpFault.Greeting421 => "421 4.3.2 shutting down",
            SmtpFault.Greeting554 => "554 5.3.2 no service here",
            _ => "220 misbehaving.example ESMTP",
        });
        while (await ReadAsync(stop) is { } line && await AnswerAsync(line, stop))
        {
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private async Task<bool> AnswerAsync(string line, CancellationToken stop)
    {
        var verb = line.Split(' ', ':')[0].ToUpperInvariant();
        if (server.Fault == SmtpFault.Slow)
            await Task.Delay(100, stop);
        if (verb == "RCPT")
            recipient = line.Split('<', '>') is [_, var address, ..] ? address : line;
        switch (verb, server.Fault)
        {
            case ("EHLO", SmtpFault.AuthRefused or SmtpFault.NoStartTls):
                await SayAsync("250-misbehaving.example\r\n250 AUTH PLAIN LOGIN");
                return true;
            case ("EHLO", _):
                var startTls = certificate is not null && stream is not SslStream;
                await SayAsync($"250-misbehaving.example\r\n{(startTls ? "250-STARTTLS\r\n" : "")}250 PIPELINING");
                return true;
            case ("STARTTLS", _):
                await SayAsync("220 go ahead");
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(certificate!);
                stream = secure;
                reader = new StreamReader(stream, Encoding.Latin1);
                return true;
            case ("AUTH", SmtpFault.AuthRefused):
                return await SayAsync("535 5.7.8 wrong credentials");
            case ("MAIL", SmtpFault.Sender530):
                return await SayAsync("530 5.7.0 authenticate first");
            case ("MAIL", SmtpFault.Sender550):
                return await SayAsync("550 sender not allowed");
            case ("RCPT", SmtpFault.Recipient421):
                await SayAsync("421 4.3.2 closing");
                return false;
            case ("RCPT", SmtpFault.Recipient451):
                return await SayAsync("451 4.7.1 greylisted");
            case ("RCPT", SmtpFault.Recipient452):
                return await SayAsync("452 4.2.2 mailbox full");
            case ("RCPT", SmtpFault.Recipient550):
                return await SayAsync("550 5.1.1 no such user <anna.canary@example.org>");
            case ("RCPT", SmtpFault.RelayDenied):
                return await SayAsync("554 5.7.1 <anna.canary@example.org>: Relay access denied");
            case ("DATA", _):
                await SayAsync("354 go ahead");
                return await TakeAsync(stop);
            case ("QUIT", _):
                await SayAsync("221 bye");
                return false;
            default:
                return await SayAsync("250 OK");
        }
    }

    private async Task<bool> TakeAsync(CancellationToken stop)
    {
        var message = new StringBuilder();
        while (await ReadAsync(stop) is { } line)
        {
            if (server.Fault == SmtpFault.DropWhileReading)
                return false;
            if (line is not ".")
            {
                message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
                continue;
            }

            switch (server.Fault)
            {
                case SmtpFault.Data451:
                    return await SayAsync("451 4.3.0 try later");
                case SmtpFault.Data554:
                    return await SayAsync("554 5.6.0 content not wanted");
            }

            server.Take(recipient, message.ToString());
            if (server.Fault == SmtpFault.DropAfterFinalDot)
                return false;
            if (server.Fault == SmtpFault.SilentAfterFinalDot)
                await Task.Delay(Timeout.Infinite, stop);
            await SayAsync("250 2.0.0 queued");
            server.Answered();
            return !server.ClosesAfterMessage;
        }

        return false;
    }

    private async Task<string?> ReadAsync(CancellationToken stop)
    {
        var line = await reader.ReadLineAsync(stop);
        if (line is not null && stream is not SslStream)
            server.PlainLines.Enqueue(line);
        return line;
    }

    private async Task<bool> SayAsync(string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        return true;
    }
}
