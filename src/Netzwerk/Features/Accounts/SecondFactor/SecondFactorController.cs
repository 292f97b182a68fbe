using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>What the own account shows besides the password, and the sheet of recovery codes.</summary>
[RecentlyProved]
[Route(SecondFactorGate.SetUp)]
public sealed class SecondFactorController(
    UserManager<Account> accounts, Factors factors, Passkeys passkeys, RecoveryCodes recovery, FactorChange change, IHostEnvironment environment, SignedIn signedIn) : DeskController(signedIn)
{
    /// <summary>Holds the codes between making and showing them, encrypted, in the browser only.</summary>
    public const string Codes = "Codes";

    protected override string Nav => "Mein Konto";

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        var isNeeded = environment.IsHardened() && !SecondFactorProof.IsIn(User);
        var rows = (await accounts.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt).Select(PasskeyRow.Of).ToList();
        return View(new SecondFactorPage(
            isNeeded, await factors.HasAppAsync(account.Id), rows, await recovery.LeftAsync(account.Id), await passkeys.OfferNewAsync(account, HttpContext), new NewPasskeyForm(), Told<FactorNews>()));
    }

    [HttpGet("codes")]
    public async Task<IActionResult> Show() => TempData[Codes] is string[] codes
        ? View("Codes", new CodesPage(codes, (await accounts.GetUserAsync(User))?.Email))
        : Redirect(SecondFactorGate.SetUp);

    [HttpPost("codes")]
    public async Task<IActionResult> Create()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (!await factors.HasAnyAsync(account.Id)) return Redirect(SecondFactorGate.SetUp);
        var sheet = await recovery.MakeAsync();
        var isStored = await change.StoreAsync(account, AuditAct.RecoveryCodesMade, HttpContext, async () =>
        {
            await recovery.StoreAsync(account.Id, sheet);
            return true;
        });
        if (!isStored)
        {
            Tell(FactorNews.NotDone);
            return Redirect(SecondFactorGate.SetUp);
        }
        TempData[Codes] = sheet.Codes.ToArray();
        return Redirect(SecondFactorGate.SetUp + "/codes");
    }
}

/// <param name="IsNeeded">Nothing else opens before there is a second factor.</param>
public sealed record SecondFactorPage(
    bool IsNeeded, bool HasApp, IReadOnlyList<PasskeyRow> Passkeys, int CodesLeft, PasskeyOffer Offer, NewPasskeyForm Form, FactorNews? News)
{
    public bool HasAny => HasApp || Passkeys.Count > 0;
}

public sealed record PasskeyRow(string Id, string Name, DateTime CreatedAt)
{
    public static PasskeyRow Of(UserPasskeyInfo passkey) =>
        new(Accounts.SecondFactor.Passkeys.IdOf(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt.UtcDateTime);
}

public sealed record CodesPage(IReadOnlyList<string> Codes, string? Email);

/// <summary>What an act on the second factor came to.</summary>
public enum FactorNews
{
    Added,
    Removed,
    PasskeyFailed,

    /// <summary>The account changed at the same moment; nothing was stored.</summary>
    NotDone,
}
