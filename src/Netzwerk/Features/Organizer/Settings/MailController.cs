using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Access;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>The mail server and the sender.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/e-mail")]
public sealed class MailController(Sections sections, SignedIn signedIn, StoredSettings stored, IConfiguration configuration) : SectionController<MailForm>(sections, signedIn)
{
    protected override (string View, string Path) Page => ("Mail", "e-mail");

    protected override IReadOnlyList<SettingField<MailForm>> Fields => MailForm.Fields;

    protected override IReadOnlyList<EditedSetting> Edited => stored.Holds(MailForm.PasswordKey)
        ? [.. base.Edited, new(MailForm.PasswordKey, MailForm.PasswordLabel, stored.Beneath(configuration, MailForm.PasswordKey) is null ? "" : null)]
        : base.Edited;

    private bool HasPassword => !string.IsNullOrEmpty(configuration[MailForm.PasswordKey]);

    /// <summary>The password is no field like the others: an empty one means unchanged, and without a user there is none.</summary>
    protected override IEnumerable<string> ChangeMore(MailForm form, Dictionary<string, string?> changes)
    {
        var user = TypedText.OrNull(form.User);
        if (user is not null && !HasPassword && string.IsNullOrEmpty(form.Password)) ModelState.AddModelError("Form.Password", MailForm.Rules.PasswordMissing);
        if (user is null && HasPassword) changes[MailForm.PasswordKey] = stored.Beneath(configuration, MailForm.PasswordKey) is null ? null : "";
        else if (user is not null && !string.IsNullOrEmpty(form.Password)) changes[MailForm.PasswordKey] = form.Password;
        else if (stored.IsAside(MailForm.PasswordKey)) changes[MailForm.PasswordKey] = null;
        if (ModelState.IsValid && !Sections.Holds(changes)) ModelState.AddModelError("", MailForm.Rules.WouldNotStart);
        return changes.ContainsKey(MailForm.PasswordKey) ? [MailForm.PasswordLabel] : [];
    }

    public override ViewResult View(string? viewName, object? model)
    {
        ViewData["HasPassword"] = HasPassword;
        ViewData["Trial"] = TempData["Trial"] is string report ? JsonSerializer.Deserialize<TrialReport>(report) : null;
        return base.View(viewName, model);
    }
}
