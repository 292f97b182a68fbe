using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Mails;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>What follows when an account's second factor changed: it is written down, all other sessions end, and this one goes on.</summary>
public sealed class FactorChange(NetzwerkDb db, UserManager<Account> accounts, SignInManager<Account> sessions, Factors factors, AccountMails mails, EventClock clock)
{
    public async Task StoreAsync(Account account, AuditAct act, HttpContext http)
    {
        db.Add(new AuditEntry { At = clock.Now, Act = act, By = account.DisplayName });
        db.Add(act switch { AuditAct.SecondFactorAdded => mails.FactorAdded(account), AuditAct.SecondFactorRemoved => mails.FactorRemoved(account), _ => mails.CodesMade(account) });
        await accounts.UpdateSecurityStampAsync(account);
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var claims = act == AuditAct.SecondFactorAdded ? SecondFactorProof.Claims : await factors.HasAnyAsync(account.Id) ? SecondFactorProof.Of(session.Principal) : [];
        await sessions.SignInWithClaimsAsync(account, session.Properties, claims);
    }
}
