using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>Asks for the password once more before what one signs in with is changed.</summary>
[Route(Path)]
public sealed class ConfirmationController(
    UserManager<Account> accounts, SignInManager<Account> sessions, PasswordSignIn passwords, SessionEnds ends, SignedIn signedIn) : DeskController(signedIn)
{
    public const string Path = "/konto/bestaetigen";

    protected override string Nav => "Mein Konto";

    [HttpGet("")]
    public IActionResult New() => View("Confirm", new ConfirmationPage(new ConfirmationForm()));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] ConfirmationForm form)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (ModelState.IsValid && !await passwords.IsRightAsync(account, form.Password!)) ModelState.AddModelError("Form.Password", ChangePasswordForm.Rules.CurrentIsWrong);
        if (!ModelState.IsValid) return View("Confirm", new ConfirmationPage(form));
        var session = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        ends.Prove(session.Properties!);
        await sessions.SignInWithClaimsAsync(account, session.Properties, SecondFactorProof.Of(User));
        return Redirect(SecondFactorGate.SetUp);
    }
}

public sealed record ConfirmationPage(ConfirmationForm Form);

public sealed class ConfirmationForm
{
    public string? Password { get; set; }

    public sealed class Rules : AbstractValidator<ConfirmationForm>
    {
        public Rules() => RuleFor(form => form.Password).NotEmpty().WithMessage("Geben Sie Ihr Passwort ein");
    }
}
