using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// Stores what changes an account together with its mail and its audit: one transaction, one commit, or nothing. The new security stamp comes
/// first, because it locks the account's row: of two who read the account at the same moment, the second is refused.
/// </summary>
public sealed class AccountTransaction(NetzwerkDb db, TurnGate gate, UserManager<Account> accounts)
{
    /// <param name="account">As it was when the act was judged, with what changes in its own row.</param>
    /// <param name="act">Stores what lies beside the account, adds mail and audit. It hashes no password: all writers wait meanwhile.</param>
    /// <returns>False, and nothing stored, when the account changed since or <paramref name="act"/> says no.</returns>
    public async Task<bool> StoreAsync(Account account, Func<Task<bool>> act)
    {
        using var place = await gate.WaitAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if ((await accounts.UpdateSecurityStampAsync(account)).Succeeded && await act())
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }
        await transaction.RollbackAsync();
        db.ChangeTracker.Clear();
        return false;
    }
}
