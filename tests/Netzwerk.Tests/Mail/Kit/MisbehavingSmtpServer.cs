using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>A small SMTP server that does one thing wrong until it is healed by setting <see cref="Fault"/> to none.</summary>
internal sealed class MisbehavingSmtpServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? certificate;
    private readonly CancellationTokenSource stop = new();

    public MisbehavingSmtpServer(SmtpFault fault, X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        Fault = fault;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public SmtpFault Fault { get; set; }

    public int Port { get; }

    public int Connections { get; private set; }

    /// <summary>Hangs up after each message, as servers do with idle clients.</summary>
    public bool ClosesAfterMessage { get; init; }

    /// <summary>Every message whose final dot arrived and that was not refused, also where no answer went out.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>Every line that came unencrypted.</summary>
    public ConcurrentQueue<string> PlainLines { get; } = new();

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Connections++;
                _ = TalkAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var dialogue = new SmtpDialogue(this, client.GetStream(), certificate);
                await dialogue.RunAsync(stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
            }
        }
    }
}
