using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Access;
using QRCoder;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>Adds an authenticator app to the own account. Its key waits sealed in the page until a code shows that the app has it.</summary>
[Route(SecondFactorGate.SetUp + "/app")]
public sealed class AppController(
    UserManager<Account> accounts, AuthenticatorApp app, PageSeal seal, FactorChange change, RecoveryCodes recovery, SignedIn signedIn) : FactorController(change, recovery, signedIn)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(30);

    [HttpGet("")]
    public async Task<IActionResult> New() =>
        await accounts.GetUserAsync(User) is { } account ? Page(account, new NewApp(account.Id, Totp.NewKey()), new AppForm()) : Challenge();

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] AppForm form)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (seal.Open<NewApp>(form.State, ValidFor) is not { } fresh || fresh.AccountId != account.Id) return Redirect(SecondFactorGate.SetUp + "/app");
        var code = string.Concat((form.Code ?? "").Where(char.IsAsciiDigit));
        if (ModelState.IsValid && !app.Fits(fresh.Key, code)) ModelState.AddModelError("Form.Code", AppForm.Rules.WrongCode);
        return ModelState.IsValid ? await FinishAsync(account, () => app.AddAsync(account.Id, fresh.Key, code)) : Page(account, fresh, form);
    }

    private ViewResult Page(Account account, NewApp fresh, AppForm form)
    {
        var key = Totp.Base32(fresh.Key);
        var issuer = Uri.EscapeDataString(NewAppPage.Issuer);
        using var code = QRCodeGenerator.GenerateQrCode($"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={issuer}", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        var svg = picture.GetGraphic(8, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
        form.State = seal.Close(fresh);
        return View("App", new NewAppPage(form, key, "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg))));
    }

    private sealed record NewApp(Guid AccountId, byte[] Key);
}

/// <param name="Picture">Address of the QR code's picture.</param>
public sealed record NewAppPage(AppForm Form, string Key, string Picture)
{
    /// <summary>What the app shows above the code.</summary>
    public const string Issuer = "Netzwerk Alleinerziehende";
}

public sealed class AppForm
{
    public string? State { get; set; }

    public string? Code { get; set; }

    public sealed class Rules : AbstractValidator<AppForm>
    {
        public const string WrongCode = "Dieser Code passt nicht. Prüfen Sie, ob die Uhr Ihres Handys stimmt, und geben Sie den Code ein, den die App jetzt zeigt";

        public Rules() => RuleFor(form => form.Code).NotEmpty().WithMessage("Geben Sie den Code ein, den die App zeigt");
    }
}
