using Microsoft.AspNetCore.Mvc;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Organizer.Settings;

/// <summary>Back to what the configuration says.</summary>
[Allow(Role.Organizer, Everywhere = true)]
[Route("/verwaltung/einstellungen/vorgabe")]
public sealed class DefaultsController(Sections sections, SignedIn signedIn) : DeskController(signedIn)
{
    private static readonly Dictionary<string, (string Label, string Path)> Known =
        OperatorForm.Fields.Select(field => (field.Key, (field.Label, "betreiber")))
            .Concat(MailForm.Fields.Select(field => (field.Key, (field.Label, "e-mail"))))
            .Append((MailForm.PasswordKey, (MailForm.PasswordLabel, "e-mail")))
            .Concat(LimitsForm.Fields.Select(field => (field.Key, (field.Label, "grenzen"))))
            .ToDictionary(StringComparer.Ordinal);

    protected override string Nav => "Einstellungen";

    [HttpPost("")]
    public async Task<IActionResult> Take(string? key)
    {
        if (key is null || !Known.TryGetValue(key, out var setting)) return NotFound();
        var change = new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = null };
        var holds = sections.Holds(change);
        if (holds) await sections.SaveAsync(change, [setting.Label]);
        Tell(holds ? Done.Reset : Done.ResetRefused);
        return Redirect("/verwaltung/einstellungen/" + setting.Path);
    }
}
