using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts;

/// <summary>What everybody who signs in sees of the own account, whatever the role.</summary>
public sealed class MyAccountController(
    NetzwerkDb db, UserManager<Account> accounts, SignInManager<Account> sessions, Factors factors, RecoveryCodes recovery, SignedIn signedIn) : DeskController(signedIn)
{
    private const int MostTries = 5;

    protected override string Nav => "Mein Konto";

    [HttpGet("/konto")]
    public async Task<IActionResult> Show()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        var roles = await db.RoleAssignments.Where(assignment => assignment.AccountId == account.Id).OrderBy(assignment => assignment.Role).ThenBy(assignment => assignment.Id)
            .Select(assignment => new RoleRow(assignment.Role, db.Events.Where(ev => ev.Id == assignment.EventId).Select(ev => ev.ShortTitle).FirstOrDefault()))
            .ToListAsync();
        var passkeys = (await accounts.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt).Select(PasskeyRow.Of).ToList();
        return View(new MyAccountPage(
            account.DisplayName, account.Email!, roles, passkeys, await factors.HasAppAsync(account.Id), await recovery.LeftAsync(account.Id), TempData["Done"] is string));
    }

    /// <summary>A new security stamp ends every session of the account, this one included.</summary>
    [HttpPost("/konto/ueberall-abmelden")]
    public async Task<IActionResult> SignOutEverywhere()
    {
        // Changed at the same moment, the account is read again: whoever is told that all devices are out has to be right.
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
            var stored = await accounts.UpdateSecurityStampAsync(account);
            if (stored.Succeeded) break;
            if (tries == MostTries)
                throw new InvalidOperationException($"The sessions of account {account.Id} go on ({stored}). Check what is stored of it.");
        }
        await sessions.SignOutAsync();
        return Redirect($"{LoggedOut.Path}?hinweis={LoggedOut.Everywhere}");
    }
}

public sealed record MyAccountPage(
    string Name, string Email, IReadOnlyList<RoleRow> Roles, IReadOnlyList<PasskeyRow> Passkeys, bool HasApp, int CodesLeft, bool PasswordChanged);

/// <param name="Event">Short title; null where the role holds for all events.</param>
public sealed record RoleRow(Role Role, string? Event);
