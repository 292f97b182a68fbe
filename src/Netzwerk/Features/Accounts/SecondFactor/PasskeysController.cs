using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>Adds a passkey to the own account.</summary>
[Route(SecondFactorGate.SetUp + "/passkey")]
public sealed class PasskeysController(
    UserManager<Account> accounts, Passkeys passkeys, FactorChange change, RecoveryCodes recovery, SignedIn signedIn) : FactorController(change, recovery, signedIn)
{
    private const int LongestName = 60;

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] NewPasskeyForm form)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        var name = string.Concat(PastedText.Name(form.Name).EnumerateRunes().Take(LongestName));
        if (await passkeys.AttestAsync(account, form, name, HttpContext) is { } passkey) return await FinishAsync(account, () => passkeys.AddAsync(account, passkey));
        Tell(FactorNews.PasskeyFailed);
        return Redirect(SecondFactorGate.SetUp);
    }
}

public sealed class NewPasskeyForm : PasskeyForm
{
    public string? Name { get; set; }
}
