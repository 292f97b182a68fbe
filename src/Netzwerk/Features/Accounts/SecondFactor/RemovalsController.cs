using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>Takes a passkey or the app away from the own account. <c>id</c> is <c>app</c> or the passkey's.</summary>
[RecentlyProved]
[Route(SecondFactorGate.SetUp + "/{id}/entfernen")]
public sealed class RemovalsController(UserManager<Account> accounts, Factors factors, PasswordSignIn passwords, FactorChange change, SignedIn signedIn) : DeskController(signedIn)
{
    private const string App = "app";

    protected override string Nav => "Mein Konto";

    [HttpGet("")]
    public async Task<IActionResult> New(string id) => await FindAsync(id) is { } found ? Page(found, id, new ConfirmationForm()) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(string id, [Bind(Prefix = "Form")] ConfirmationForm form)
    {
        if (await FindAsync(id) is not { } found) return NotFound();
        if (ModelState.IsValid && !await passwords.IsRightAsync(found.Account, form.Password!)) ModelState.AddModelError("Form.Password", ChangePasswordForm.Rules.CurrentIsWrong);
        if (!ModelState.IsValid) return Page(found, id, form);
        Tell(await change.StoreAsync(found.Account, AuditAct.SecondFactorRemoved, HttpContext, () => RemoveAsync(found)) ? FactorNews.Removed : FactorNews.NotDone);
        return Redirect(SecondFactorGate.SetUp);
    }

    private async Task<bool> RemoveAsync(Found found)
    {
        if (found.Passkey is null) await factors.RemoveAppAsync(found.Account.Id);
        else if (!(await accounts.RemovePasskeyAsync(found.Account, found.Passkey.CredentialId)).Succeeded) return false;
        if (!await factors.HasAnyAsync(found.Account.Id)) await factors.RemoveRecoveryAsync(found.Account.Id);
        return true;
    }

    private async Task<Found?> FindAsync(string id)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return null;
        if (id == App) return await factors.HasAppAsync(account.Id) ? new Found(account, null) : null;
        return (await accounts.GetPasskeysAsync(account)).FirstOrDefault(passkey => Passkeys.IdOf(passkey.CredentialId) == id) is { } found ? new Found(account, found) : null;
    }

    private ViewResult Page(Found found, string id, ConfirmationForm form) => View("Remove", new FactorRemovalPage(id, found.Passkey is { } passkey ? PasskeyRow.Of(passkey) : null, form));

    private sealed record Found(Account Account, UserPasskeyInfo? Passkey);
}

/// <param name="Passkey">Null for the app.</param>
public sealed record FactorRemovalPage(string Id, PasskeyRow? Passkey, ConfirmationForm Form);
