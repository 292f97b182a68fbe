using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>A page that adds a second factor to the own account.</summary>
[RecentlyProved]
public abstract class FactorController(FactorChange change, RecoveryCodes recovery, SignedIn signedIn) : DeskController(signedIn)
{
    protected override string Nav => "Mein Konto";

    /// <summary>With the first factor comes the sheet of codes for the day on which it is lost.</summary>
    /// <param name="add">Stores the factor; false when that cannot be.</param>
    protected async Task<IActionResult> FinishAsync(Account account, Func<Task<bool>> add)
    {
        // Hashed before, because nobody shall wait for it.
        var sheet = await recovery.LeftAsync(account.Id) > 0 ? null : await recovery.MakeAsync();
        var isStored = await change.StoreAsync(account, AuditAct.SecondFactorAdded, HttpContext, async () =>
        {
            if (!await add()) return false;
            if (sheet is not null) await recovery.StoreAsync(account.Id, sheet);
            return true;
        });
        Tell(isStored ? FactorNews.Added : FactorNews.NotDone);
        if (!isStored || sheet is null) return Redirect(SecondFactorGate.SetUp);
        TempData[SecondFactorController.Codes] = sheet.Codes.ToArray();
        return Redirect(SecondFactorGate.SetUp + "/codes");
    }
}
