using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Languages;

namespace Netzwerk.Features.Accounts;

/// <summary>Makes the first organiser. Once there is an account there is nothing here.</summary>
[AllowAnonymous]
public sealed class SetupController(
    NetzwerkDb db, UserManager<Account> accounts, SignInManager<Account> sessions, SetupCode code, AddressLimits limits, EventClock clock) : Controller
{
    [HttpGet("/konto/einrichten")]
    public async Task<IActionResult> New() => await IsOpenAsync() ? Page(new SetupForm()) : NotFound();

    [ValidateAntiForgeryToken]
    [HttpPost("/konto/einrichten")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] SetupForm form)
    {
        if (!await IsOpenAsync()) return NotFound();
        if (!ModelState.IsValid) return Page(form);
        if (!await code.IsRightAsync(form.Code))
        {
            // Only wrong codes count, so that the right one always opens.
            if (!limits.Allows(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
            SecurityLog.Of(HttpContext).SignInRefused("set-up code", null, closed: false);
            ModelState.AddModelError("Form.Code", SetupForm.Rules.WrongCode);
            return Page(form);
        }
        var email = EmailAddress.Read(form.Email);
        var account = new Account { UserName = email, Email = email, DisplayName = PastedText.Name(form.Name) };
        if (!ModelState.Take(await accounts.HashAsync(account, form.Password!))) return Page(form);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await code.TakeAsync() || await db.Users.AnyAsync()) return NotFound();
        if (!ModelState.Take(await accounts.CreateAsync(account))) return Page(form);
        db.Add(new RoleAssignment { AccountId = account.Id, Role = Role.Organizer });
        db.Add(new AuditEntry { At = clock.Now, Act = AuditAct.FirstOrganizerMade, By = account.DisplayName });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await sessions.SignInAsync(account, isPersistent: false);
        return Redirect("/verwaltung");
    }

    private async Task<bool> IsOpenAsync() => await code.IsOfferedAsync() && !await db.Users.AnyAsync();

    private ViewResult Page(SetupForm form) => View("Setup", new SetupPage(form));
}

public sealed record SetupPage(SetupForm Form);

public sealed class SetupForm : NewPasswordForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public new sealed class Rules : Rules<SetupForm>
    {
        public const string WrongCode = "Dieser Code stimmt nicht. Er steht in der Konsole, in der die Seite gestartet wurde";

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.Code).NotEmpty().WithMessage("Geben Sie den Code aus der Konsole ein");
            RuleFor(form => form.Name).PersonName(t, "Geben Sie Ihren Namen ein");
            RuleFor(form => form.Email).EmailAddress(t);
        }
    }
}
