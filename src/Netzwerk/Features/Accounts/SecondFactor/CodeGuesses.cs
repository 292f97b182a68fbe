using Netzwerk.Data;
using Netzwerk.Data.Engines;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>
/// Codes that devices on which an account never signed in try for it, in all networks together: whoever knows the password and has many networks
/// would guess without end. Too many close the second step for such devices; known ones and passkeys pass. A new password begins anew, because
/// whoever guessed does not know it.
/// </summary>
public sealed class CodeGuesses(IServiceScopeFactory scopes, NetworkCounts counts, TurnGate gate, Engine engine, AccountMails mails, OutboxSignal outbox)
{
    public const int PerWindow = 50;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Counts one that is about to be judged. False when there were too many; the owner is told once.</summary>
    public async Task<bool> TakeAsync(Account account)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        var key = counts.KeyOf("codes", $"{account.Id:N} {account.SecurityStamp}");
        // SQLite has one writer.
        using var turn = engine.Provider == DatabaseProvider.Sqlite ? await gate.WaitAsync(CancellationToken.None) : null;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await counts.AddAsync(db, key, 1, Window);
        // The window may end between the two: then this is the first of the next.
        var count = (await counts.LookUpAsync(db, [key])).Values.SingleOrDefault()?.Count ?? 1;
        if (count == PerWindow + 1)
        {
            db.Add(mails.ManyWrongCodes(account));
            await db.SaveChangesAsync();
        }
        await transaction.CommitAsync();
        if (count == PerWindow + 1) outbox.Ring();
        return count <= PerWindow;
    }
}
