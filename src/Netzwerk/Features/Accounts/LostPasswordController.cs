using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;

namespace Netzwerk.Features.Accounts;

/// <summary>Sends a link for a new password to whoever owns the address. The answer is the same for everyone, also in its time.</summary>
[AllowAnonymous]
[Route("/konto/passwort-vergessen")]
public sealed class LostPasswordController(LostPasswords lost, AddressLimits limits, NetworkCounts counts, SignInOrigin origin) : Controller
{
    [HttpGet("")]
    public ViewResult New() => View("LostPassword", new LostPasswordPage(new LostPasswordForm()));

    [ValidateAntiForgeryToken]
    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] LostPasswordForm form)
    {
        if (!limits.Allows(HttpContext)) return Again(form, RequestTrouble.TooMany);
        if (!ModelState.IsValid) return View("LostPassword", new LostPasswordPage(form));
        try
        {
            await lost.AskAsync(EmailAddress.Read(form.Email), LostPasswords.DetailOf(counts.KeyOf("password", origin.Network)));
            return Redirect("/konto/passwort-vergessen/unterwegs");
        }
        catch (Exception storage) when (StorageTrouble.Is(storage))
        {
            return Again(form, RequestTrouble.StorageDown);
        }
    }

    [HttpGet("unterwegs")]
    public ViewResult Sent() => View("LostPasswordSent");

    private ViewResult Again(LostPasswordForm form, RequestTrouble trouble)
    {
        Response.StatusCode = (int)trouble;
        return View("LostPassword", new LostPasswordPage(form, trouble));
    }
}

public sealed record LostPasswordPage(LostPasswordForm Form, RequestTrouble? Trouble = null);

public sealed class LostPasswordForm
{
    public string? Email { get; set; }

    public sealed class Rules : AbstractValidator<LostPasswordForm>
    {
        public Rules(IStringLocalizer<Texts> t) => RuleFor(form => form.Email).EmailAddress(t);
    }
}
