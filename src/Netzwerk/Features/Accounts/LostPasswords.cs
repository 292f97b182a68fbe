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
public sealed class LostPasswords(IServiceScopeFactory scopes, EventClock clock, TurnGate gate, TimeProvider system, OutboxSignal outbox, ILogger<LostPasswords> log)
    : AskedForMails("password", scopes, gate, system, outbox, log)
{
    /// <summary>So that nobody fills somebody else's mailbox.</summary>
    private const int MailsPerAccountAndDay = 3;

    private readonly TurnGate _gate = gate;

    protected override async Task AnswerAsync(AskedMail asked, IServiceProvider services)
    {
        var db = services.GetRequiredService<NetzwerkDb>();
        var key = services.GetRequiredService<ILookupNormalizer>().NormalizeEmail(asked.Address);
        using var turn = await _gate.WaitAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.AskedMails.Where(row => row.Id == asked.Id).ExecuteDeleteAsync() == 0) return;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NormalizedEmail == key) is { } account && await IsWithinLimitAsync(db, account.Id))
        {
            db.Add(services.GetRequiredService<AccountMails>().LostPassword(account));
            db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.PasswordMailAsked });
            await db.SaveChangesAsync();
        }
        await transaction.CommitAsync();
    }

    private async Task<bool> IsWithinLimitAsync(NetzwerkDb db, Guid accountId)
    {
        var since = clock.Now.AddDays(-1);
        return await db.Set<OutboxMail>().CountAsync(mail => mail.AccountId == accountId && mail.Kind == MailKind.Password && mail.CreatedAt > since) < MailsPerAccountAndDay;
    }
}
