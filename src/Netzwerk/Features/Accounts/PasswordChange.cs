using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Accounts;

/// <summary>The one way to set a password: judged and hashed first, then stored with the mail about it and the audit.</summary>
public sealed class PasswordChange(NetzwerkDb db, UserManager<Account> accounts, AccountTransaction transaction, AccountMails mails, EventClock clock)
{
    /// <returns>What is wrong with the password, or that somebody else was faster; then nothing is stored.</returns>
    public async Task<IdentityResult> StoreAsync(Account account, string password)
    {
        // Whoever was invited and sets the first one needs no mail about it.
        var isFirst = account.PasswordHash is null;
        if (await accounts.HashAsync(account, password) is { Succeeded: false } refused) return refused;
        var isStored = await transaction.StoreAsync(account, () =>
        {
            if (!isFirst) db.Add(mails.PasswordChanged(account));
            db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.PasswordChanged, By = account.DisplayName });
            return Task.FromResult(true);
        });
        return isStored ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Description = PasswordProblems.ChangedMeanwhile });
    }
}
