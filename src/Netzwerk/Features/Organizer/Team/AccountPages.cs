using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;

namespace Netzwerk.Features.Organizer.Team;

public sealed record AccountsPage(IReadOnlyList<AccountRow> Accounts, string? RemovedName);

/// <param name="HasPassword">False until the colleague has used the link.</param>
public sealed record AccountRow(Guid Id, string Name, string Email, IReadOnlyList<TeamRole> Roles, bool HasPassword, bool IsOwn);

/// <param name="Event">Short title; null where the role holds for all events.</param>
public sealed record TeamRole(Role Role, string? Event);

public sealed record NewAccountPage(AccountForm Form, IReadOnlyList<Choice> Events);

public sealed record LinkPage(Guid Id, string Name, string? Link);

public sealed record RemovalPage(Guid Id, string Name, string Email, bool IsOwn);

public sealed class AccountForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>Name of a <see cref="Domain.Role"/>.</summary>
    public string? Role { get; set; }

    /// <summary>Slug; empty for all events.</summary>
    public string? Event { get; set; }

    public sealed class Rules : AbstractValidator<AccountForm>
    {
        public const string EventMissing = "Wählen Sie, für welche Veranstaltung die Rolle gilt";
        public const string EmailTaken = "Zu dieser Adresse gibt es schon ein Konto. Nehmen Sie eine andere, oder machen Sie dort einen neuen Link";

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.Name).PersonName(t, "Geben Sie den Namen ein");
            RuleFor(form => form.Email).EmailAddress(
                t, "Geben Sie die E-Mail-Adresse ein, zum Beispiel name@beispiel.de", "Geben Sie die E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de");
            RuleFor(form => form.Role).Must(role => Enum.GetNames<Role>().Contains(role, StringComparer.Ordinal)).WithMessage("Wählen Sie eine Rolle");
        }
    }
}
