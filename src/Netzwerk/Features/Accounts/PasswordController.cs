using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts;

/// <summary>Changes the own password. A new security stamp ends all other sessions when they are looked at next, within a minute.</summary>
public sealed class PasswordController(
    UserManager<Account> accounts, SignInManager<Account> sessions, PasswordSignIn passwords, PasswordChange change, SignedIn signedIn) : Controller
{
    [HttpGet("/konto/passwort")]
    public async Task<IActionResult> Edit() => await PageAsync(new ChangePasswordForm());

    [HttpPost("/konto/passwort")]
    public async Task<IActionResult> Update([Bind(Prefix = "Form")] ChangePasswordForm form)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (!ModelState.IsValid) return await PageAsync(form);
        if (!await passwords.IsRightAsync(account, form.Current!))
        {
            ModelState.AddModelError("Form.Current", ChangePasswordForm.Rules.CurrentIsWrong);
            return await PageAsync(form);
        }
        if (!ModelState.Take(await change.StoreAsync(account, form.Password!))) return await PageAsync(form);
        await sessions.RefreshSignInAsync(account);
        TempData["Done"] = "password";
        return Redirect("/konto");
    }

    private async Task<IActionResult> PageAsync(ChangePasswordForm form) => View("Password", new PasswordPage(form, await signedIn.IsAsync(Role.Organizer, null)));
}

public sealed record PasswordPage(ChangePasswordForm Form, bool IsOrganizer);

public sealed class ChangePasswordForm : NewPasswordForm
{
    public string? Current { get; set; }

    public new sealed class Rules : Rules<ChangePasswordForm>
    {
        public const string CurrentIsWrong = "Das jetzige Passwort stimmt nicht. Nach mehreren falschen Versuchen müssen Sie eine Weile warten";

        public Rules() => RuleFor(form => form.Current).NotEmpty().WithMessage("Geben Sie Ihr jetziges Passwort ein");
    }
}
