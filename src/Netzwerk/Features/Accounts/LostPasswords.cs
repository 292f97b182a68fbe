using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Addresses that asked for a new password. They are looked up after the answer has gone, so that its time does not tell who has an account.
/// </summary>
public sealed class LostPasswords(IServiceScopeFactory scopes, EventClock clock, TurnGate gate, TimeProvider system, OutboxSignal outbox, ILogger<LostPasswords> log)
    : AskedForMails(Kind, scopes, gate, system, outbox, log)
{
    private const string Kind = "password";

    /// <summary>
    /// So that nobody fills somebody else's mailbox; per network, so that a stranger elsewhere does not use them up. While a link that was
    /// sent still holds, it is sent again, up to the second bound.
    /// </summary>
    private const int MailsPerNetworkAndDay = 3, WithRepeatsPerNetworkAndDay = 6;

    private readonly TurnGate _gate = gate;

    /// <summary>Kept with the address until it is answered: which network asked, as a hash.</summary>
    public static string DetailOf(byte[] network) => Convert.ToHexString(network.AsSpan(0, 15));

    protected override async Task AnswerAsync(AskedMail asked, IServiceProvider services)
    {
        var db = services.GetRequiredService<NetzwerkDb>();
        var key = services.GetRequiredService<ILookupNormalizer>().NormalizeEmail(asked.Address);
        using var turn = await _gate.WaitAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.AskedMails.Where(row => row.Id == asked.Id).ExecuteDeleteAsync() == 0) return;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NormalizedEmail == key) is { } account && await IsWithinLimitAsync(db, account.Id, asked.Kind[Kind.Length..], services.GetRequiredService<NetworkCounts>()))
        {
            db.Add(services.GetRequiredService<AccountMails>().LostPassword(account));
            db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.PasswordMailAsked });
            await db.SaveChangesAsync();
        }
        await transaction.CommitAsync();
    }

    private async Task<bool> IsWithinLimitAsync(NetzwerkDb db, Guid accountId, string network, NetworkCounts counts)
    {
        var key = counts.KeyOf($"password {accountId:N}", network);
        var before = (await counts.LookUpAsync(db, [key])).Values.SingleOrDefault()?.Count ?? 0;
        if (before >= WithRepeatsPerNetworkAndDay) return false;
        var holds = clock.Now - LostPasswordOptions.ValidFor;
        if (before >= MailsPerNetworkAndDay && !await db.Set<OutboxMail>().AnyAsync(mail => mail.AccountId == accountId && mail.Kind == MailKind.Password && mail.CreatedAt > holds)) return false;
        await counts.AddAsync(db, key, 1, TimeSpan.FromDays(1));
        return true;
    }
}
