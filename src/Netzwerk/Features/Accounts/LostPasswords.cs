using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Addresses that asked for a new password. They are looked up after the answer has gone, so that its time does not tell who has an account.
/// </summary>
public sealed class LostPasswords(IServiceScopeFactory scopes, EventClock clock, TurnGate gate, OutboxSignal outbox, ILogger<LostPasswords> log) : BackgroundService
{
    /// <summary>So that nobody fills somebody else's mailbox.</summary>
    private const int MailsPerAccountAndDay = 3;

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(string email) => _asked.Writer.TryWrite(email);

    /// <summary>Writes a mail for each account behind the addresses that asked so far.</summary>
    public async Task SendDueAsync()
    {
        while (_asked.Reader.TryRead(out var email)) await SendAsync(email);
        outbox.Ring();
    }

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
                log.LogError(failure, "A mail for a lost password could not be written");
            }
        }
    }

    private async Task SendAsync(string email)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<NetzwerkDb>();
        var key = services.GetRequiredService<ILookupNormalizer>().NormalizeEmail(email);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NormalizedEmail == key) is not { } account) return;
        using var turn = await gate.WaitAsync(CancellationToken.None);
        var since = clock.Now.AddDays(-1);
        if (await db.Set<OutboxMail>().CountAsync(mail => mail.AccountId == account.Id && mail.Kind == MailKind.Password && mail.CreatedAt > since) >= MailsPerAccountAndDay) return;
        db.Add(services.GetRequiredService<AccountMails>().LostPassword(account));
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.PasswordMailAsked });
        await db.SaveChangesAsync();
    }
}
