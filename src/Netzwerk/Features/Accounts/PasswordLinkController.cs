using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Accounts;

/// <summary>Where a one-time link leads: a colleague sets the own password. Looking at the page uses nothing up.</summary>
[AllowAnonymous]
public sealed class PasswordLinkController(
    PasswordLink links, PasswordChange change, SignInAttempts attempts, SignInOrigin origin, AddressLimits limits) : Controller
{
    [HttpGet("/konto/passwort-festlegen")]
    public async Task<IActionResult> Edit(Guid konto, string? code) =>
        await links.OpenAsync(konto, code) is { } account ? Page(account, code!, new NewPasswordForm()) : Dead();

    [ValidateAntiForgeryToken]
    [HttpPost("/konto/passwort-festlegen")]
    public async Task<IActionResult> Update([FromQuery] Guid konto, [FromQuery] string? code, [Bind(Prefix = "Form")] NewPasswordForm form)
    {
        if (!limits.Allows(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await links.OpenAsync(konto, code) is not { } account) return Dead();
        if (!ModelState.IsValid) return Page(account, code!, form);
        if (!ModelState.Take(await change.StoreAsync(account, form.Password!))) return Page(account, code!, form);
        // Whoever holds the link waits for nothing: attempts of others in this network no longer count.
        await attempts.ForgetAsync(origin.KeyOf(account.NormalizedEmail!, account));
        return View("PasswordSet");
    }

    private ViewResult Page(Account account, string code, NewPasswordForm form)
    {
        // The address holds the key.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("PasswordLink", new PasswordLinkPage(account.Id, code, account.DisplayName, account.Email!, form));
    }

    private ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("DeadPasswordLink");
    }
}

public sealed record PasswordLinkPage(Guid AccountId, string Code, string Name, string Email, NewPasswordForm Form);
