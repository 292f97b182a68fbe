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
    protected async Task<IActionResult> FinishAsync(Account account)
    {
        var hasSheet = await recovery.LeftAsync(account.Id) > 0;
        if (!hasSheet) TempData[SecondFactorController.Codes] = (await recovery.MakeAsync(account.Id)).ToArray();
        await change.StoreAsync(account, AuditAct.SecondFactorAdded, HttpContext);
        Tell(FactorNews.Added);
        return Redirect(hasSheet ? SecondFactorGate.SetUp : SecondFactorGate.SetUp + "/codes");
    }
}
