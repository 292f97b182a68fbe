using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>A small SMTP server that does one thing wrong until it is healed by setting <see cref="Fault"/> to none.</summary>
internal sealed class MisbehavingSmtpServer : IDisposable
{
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly CancellationTokenSource stop = new();
    private int unanswered;

    public MisbehavingSmtpServer(SmtpFault fault, X509Certificate2? certificate = null)
    {
        Certificate = certificate;
        Fault = fault;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public SmtpFault Fault { get; set; }

    public X509Certificate2? Certificate { get; set; }

    public int Port { get; }

    public int Connections { get; private set; }

    /// <summary>Hangs up after each message, as servers do with idle clients.</summary>
    public bool ClosesAfterMessage { get; init; }

    /// <summary>Every message whose final dot arrived and that was not refused, also where no answer went out.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>Gets recipient and text of each message instead of <see cref="Taken"/>: for drills that take more than memory holds.</summary>
    public Action<string, string>? Taking { get; init; }

    /// <summary>Messages that it took and never said so: the sender has to send them again.</summary>
    public int Unanswered => unanswered;

    /// <summary>Every line that came unencrypted.</summary>
    public ConcurrentQueue<string> PlainLines { get; } = new();

    /// <summary>Nobody listens on the port any more, until <see cref="ComeBack"/>.</summary>
    public void GoAway()
    {
        listener.Stop();
        HangUp();
    }

    public void ComeBack()
    {
        listener = new(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync();
    }

    public void HangUp()
    {
        foreach (var client in open.Keys) client.Close();
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    internal void Take(string recipient, string message)
    {
        Interlocked.Increment(ref unanswered);
        if (Taking is null) Taken.Enqueue(message);
        else Taking(recipient, message);
    }

    internal void Answered() => Interlocked.Decrement(ref unanswered);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                // The second of two answers to pipelined commands would wait 40 ms for the first one's acknowledgement; mail servers send them together.
                client.NoDelay = true;
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
            open.TryAdd(client, true);
            try
            {
                using var dialogue = new SmtpDialogue(this, client.GetStream(), Certificate);
                await dialogue.RunAsync(stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
            {
            }
            open.TryRemove(client, out _);
        }
    }
}
