using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;

namespace Netzwerk.Features.Accounts;

/// <summary>Begins and ends a session.</summary>
public sealed class SignInController(PasswordSignIn passwords, SignInManager<Account> sessions, SessionEnds ends, AddressLimits limits) : Controller
{
    [AllowAnonymous]
    [HttpGet("/konto/anmelden")]
    public IActionResult SignIn(string? returnUrl, string? hinweis) => View(new SignInPage(new SignInForm(), Local(returnUrl), SignInTrouble.None, hinweis));

    [AllowAnonymous]
    [ValidateAntiForgeryToken]
    [HttpPost("/konto/anmelden")]
    public async Task<IActionResult> SignIn([Bind(Prefix = "Form")] SignInForm form, string? returnUrl)
    {
        if (!ModelState.IsValid) return View(new SignInPage(form, Local(returnUrl), SignInTrouble.None));
        if (!limits.Allows(HttpContext)) return Refuse(StatusCodes.Status429TooManyRequests, SignInTrouble.TooMany);
        if (await passwords.TryAsync(TypedText.Clean(form.Email), form.Password!) is not { } account) return Refuse(StatusCodes.Status200OK, SignInTrouble.Wrong);
        await sessions.SignInAsync(account, isPersistent: false);
        return LocalRedirect(Local(returnUrl) ?? "/verwaltung");

        ViewResult Refuse(int status, SignInTrouble trouble)
        {
            Response.StatusCode = status;
            return View(new SignInPage(form, Local(returnUrl), trouble));
        }
    }

    [HttpPost(LoggedOut.SignOut)]
    public new async Task<IActionResult> SignOut()
    {
        ends.End((await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);
        await sessions.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect($"{LoggedOut.Path}?hinweis={LoggedOut.Done}");
    }

    /// <summary>Only ways inside this site; the account's own pages are reached on foot (some of them only take forms).</summary>
    private string? Local(string? returnUrl) =>
        Url.IsLocalUrl(returnUrl) && !returnUrl.StartsWith("/konto", StringComparison.OrdinalIgnoreCase) ? returnUrl : null;
}

/// <param name="Notice">One of the values in <see cref="LoggedOut"/>; anything else says nothing.</param>
public sealed record SignInPage(SignInForm Form, string? ReturnUrl, SignInTrouble Trouble, string? Notice = null);

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
