using System.Threading.Channels;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Mails;

/// <summary>
/// Addresses that asked for a mail. They are looked up after the answer has gone, so that its time does not tell whether anybody here has
/// that address.
/// </summary>
public abstract class AskedForMails(OutboxSignal outbox, ILogger log) : BackgroundService
{
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="address">As the heir compares it.</param>
    public void Ask(string address) => _asked.Writer.TryWrite(address);

    /// <summary>Writes the mails to whoever is behind the addresses that asked so far.</summary>
    public async Task SendDueAsync()
    {
        while (_asked.Reader.TryRead(out var address)) await SendAsync(address);
        outbox.Ring();
    }

    protected abstract Task SendAsync(string address);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _asked.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await SendDueAsync();
            }
            catch (Exception failure)
            {
                // An exception that leaves here would stop the whole site; whoever asked can ask again.
                log.LogError(failure, "A mail that somebody asked for could not be written");
            }
        }
    }
}
