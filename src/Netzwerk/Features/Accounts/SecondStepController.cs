using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Accounts;

/// <summary>The second half of a sign-in: a code after the password, or a passkey, which is both halves at once.</summary>
[AllowAnonymous]
[ValidateAntiForgeryToken]
public sealed class SecondStepController(
    UserManager<Account> accounts, SignInManager<Account> sessions, SecondStep step, CodeCheck codes, Passkeys passkeys, SignInAttempts attempts, SignInOrigin origin,
    AddressLimits limits, SecurityLog log) : Controller
{
    [HttpPost("/konto/anmelden/code")]
    public async Task<IActionResult> Code([Bind(Prefix = "Form")] SecondStepForm form)
    {
        if (await step.OpenAsync(form.Proof) is not var (account, returnUrl)) return Redirect($"{LoggedOut.Path}?hinweis={LoggedOut.TooLate}");
        if (!limits.Allows(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("Form.Code", SecondStepForm.Rules.TooMany);
        }
        if (ModelState.IsValid && !await codes.IsRightAsync(account, form.Code)) ModelState.AddModelError("Form.Code", SecondStepForm.Rules.WrongCode);
        if (!ModelState.IsValid) return View("SecondStep", await step.PageAsync(account, form, HttpContext));
        return await EnterAsync(account, returnUrl);
    }

    [HttpPost("/konto/anmelden/passkey")]
    public async Task<IActionResult> Passkey([Bind(Prefix = "Form")] PasskeyForm form)
    {
        if (!limits.Allows(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await passkeys.TakeAsync(form, HttpContext) is not { } account)
        {
            log.SignInRefused("passkey", null, closed: false);
            return Redirect($"{LoggedOut.Path}?hinweis={LoggedOut.NoPasskey}");
        }
        await attempts.ForgetAsync(origin.KeyOf(account.NormalizedEmail!, account));
        await codes.ForgetAsync(account);
        return await EnterAsync(account, Url.Inside(form.ReturnUrl));
    }

    private async Task<IActionResult> EnterAsync(Account account, string? returnUrl)
    {
        await sessions.SignInWithClaimsAsync((await accounts.FindByIdAsync(account.Id.ToString()))!, isPersistent: false, SecondFactorProof.Claims);
        return LocalRedirect(returnUrl ?? "/verwaltung");
    }
}

/// <param name="Passkey">Null when the account has none.</param>
public sealed record SecondStepPage(SecondStepForm Form, bool HasApp, PasskeyOffer? Passkey);

public sealed class SecondStepForm
{
    /// <summary>That the password was right, sealed.</summary>
    public string? Proof { get; set; }

    public string? Code { get; set; }

    public sealed class Rules : AbstractValidator<SecondStepForm>
    {
        public const string WrongCode = "Dieser Code stimmt nicht oder war schon einmal in Gebrauch. Warten Sie auf den nächsten Code der App, und geben Sie ihn ein";

        public const string TooMany = "Gerade kommen zu viele Anmeldungen von Ihrem Anschluss. Warten Sie bitte eine Minute, und senden Sie den Code noch einmal";

        public Rules() => RuleFor(form => form.Code).NotEmpty().WithMessage("Geben Sie einen Code ein");
    }
}
