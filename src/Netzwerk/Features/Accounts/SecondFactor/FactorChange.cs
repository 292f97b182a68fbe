using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>The one way to change an account's second factor: it is stored with its mail and its audit, all other sessions end, and this one goes on.</summary>
public sealed class FactorChange(NetzwerkDb db, AccountTransaction transaction, SignInManager<Account> sessions, Factors factors, AccountMails mails, EventClock clock)
{
    /// <param name="change">Stores the factor itself.</param>
    /// <returns>False, and nothing stored, when the account changed at the same moment or <paramref name="change"/> says no.</returns>
    public async Task<bool> StoreAsync(Account account, AuditAct act, HttpContext http, Func<Task<bool>> change)
    {
        var isStored = await transaction.StoreAsync(account, async () =>
        {
            if (!await change()) return false;
            db.Add(new AuditEntry { At = clock.Now, Act = act, By = account.DisplayName });
            db.Add(act switch { AuditAct.SecondFactorAdded => mails.FactorAdded(account), AuditAct.SecondFactorRemoved => mails.FactorRemoved(account), _ => mails.CodesMade(account) });
            return true;
        });
        if (!isStored) return false;
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var claims = act == AuditAct.SecondFactorAdded ? SecondFactorProof.Claims : await factors.HasAnyAsync(account.Id) ? SecondFactorProof.Of(session.Principal) : [];
        await sessions.SignInWithClaimsAsync(account, session.Properties, claims);
        return true;
    }
}
