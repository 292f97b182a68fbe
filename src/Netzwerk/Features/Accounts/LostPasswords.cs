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
public sealed class LostPasswords(IServiceScopeFactory scopes, EventClock clock, TurnGate gate, OutboxSignal outbox, ILogger<LostPasswords> log) : AskedForMails(outbox, log)
{
    /// <summary>So that nobody fills somebody else's mailbox.</summary>
    private const int MailsPerAccountAndDay = 3;

    protected override async Task SendAsync(string address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<NetzwerkDb>();
        var key = services.GetRequiredService<ILookupNormalizer>().NormalizeEmail(address);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NormalizedEmail == key) is not { } account) return;
        using var turn = await gate.WaitAsync(CancellationToken.None);
        var since = clock.Now.AddDays(-1);
        if (await db.Set<OutboxMail>().CountAsync(mail => mail.AccountId == account.Id && mail.Kind == MailKind.Password && mail.CreatedAt > since) >= MailsPerAccountAndDay) return;
        db.Add(services.GetRequiredService<AccountMails>().LostPassword(account));
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.PasswordMailAsked });
        await db.SaveChangesAsync();
    }
}
