using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;

namespace Netzwerk.Features.Accounts;

/// <summary>Begins and ends a session.</summary>
public sealed class SignInController(
    NetzwerkDb db, PasswordSignIn passwords, SignInManager<Account> sessions, SessionEnds ends, Factors factors, SecondStep second, Passkeys passkeys, AddressLimits limits) : Controller
{
    [AllowAnonymous]
    [HttpGet("/konto/anmelden")]
    public Task<IActionResult> SignIn(string? returnUrl, string? hinweis) => PageAsync(new SignInForm(), returnUrl, SignInTrouble.None, hinweis);

    [AllowAnonymous]
    [ValidateAntiForgeryToken]
    [HttpPost("/konto/anmelden")]
    public async Task<IActionResult> SignIn([Bind(Prefix = "Form")] SignInForm form, string? returnUrl)
    {
        if (!ModelState.IsValid) return await PageAsync(form, returnUrl, SignInTrouble.None);
        if (!limits.Allows(HttpContext)) return await PageAsync(form, returnUrl, SignInTrouble.TooMany);
        var verdict = await passwords.TryAsync(EmailAddress.Read(form.Email), form.Password!, HttpContext.RequestAborted);
        if (verdict.Account is not { } account) return await PageAsync(form, returnUrl, verdict.IsBusy ? SignInTrouble.TooMany : SignInTrouble.Wrong);
        if (await factors.HasAnyAsync(account.Id))
        {
            ModelState.Clear();
            return View("SecondStep", await second.BeginAsync(account, Url.Inside(returnUrl), HttpContext));
        }
        await sessions.SignInAsync(account, isPersistent: false);
        return LocalRedirect(Url.Inside(returnUrl) ?? "/verwaltung");
    }

    [HttpPost(LoggedOut.SignOut)]
    public new async Task<IActionResult> SignOut()
    {
        await ends.EndAsync((await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties, db);
        await sessions.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect($"{LoggedOut.Path}?hinweis={LoggedOut.Done}");
    }

    private async Task<IActionResult> PageAsync(SignInForm form, string? returnUrl, SignInTrouble trouble, string? notice = null)
    {
        if (trouble == SignInTrouble.TooMany) Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return View("SignIn", new SignInPage(form, Url.Inside(returnUrl), trouble, await passkeys.OfferProofAsync(null, HttpContext), notice));
    }
}

/// <param name="Notice">One of the values in <see cref="LoggedOut"/>; anything else says nothing.</param>
public sealed record SignInPage(SignInForm Form, string? ReturnUrl, SignInTrouble Trouble, PasskeyOffer Passkey, string? Notice);

public enum SignInTrouble
{
    None,
    Wrong,
    TooMany,
}

public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public sealed class Rules : AbstractValidator<SignInForm>
    {
        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.Email).Must(email => TypedText.Clean(email).Length > 0).WithMessage(t["Geben Sie Ihre E-Mail-Adresse ein"].Value);
            RuleFor(form => form.Password).NotEmpty().WithMessage(t["Geben Sie Ihr Passwort ein"].Value);
        }
    }
}

/// <param name="Button">What stands on it.</param>
public sealed record PasskeyProofForm(PasskeyOffer Offer, string Button, string? ReturnUrl);
