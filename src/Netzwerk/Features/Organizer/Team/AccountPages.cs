using FluentValidation;
using Microsoft.Extensions.Localization;
using Netzwerk.Domain;
using Netzwerk.Features.Shared;
using Netzwerk.Features.Shared.Forms;
using Netzwerk.Languages;
using Netzwerk.Mail;

namespace Netzwerk.Features.Organizer.Team;

public sealed record AccountsPage(IReadOnlyList<AccountRow> Accounts, string? RemovedName);

/// <param name="HasPassword">False until the colleague has used the link.</param>
public sealed record AccountRow(Guid Id, string Name, string Email, IReadOnlyList<TeamRole> Roles, bool HasPassword, bool IsOwn);

/// <param name="Event">Short title and day; null where the role holds for all events.</param>
public sealed record TeamRole(Guid Id, Role Role, string? Event)
{
    public string Words => $"{NamesOfRoles.Of(Role)}, {Event ?? "alle Veranstaltungen"}";
}

public sealed record NewAccountPage(AccountForm Form, IReadOnlyList<Choice> Events);

/// <param name="Invitation">Where the last invitation's mail stands; null when none went out.</param>
public sealed record AccountPage(
    AccountRow Account, bool HasSecondFactor, MailState? Invitation, RolesForm Form, IReadOnlyList<Choice> Events, TeamNews? News)
{
    public bool MailFailed => Invitation is MailState.Refused or MailState.Failed;
}

/// <summary>What an act on a colleague's account came to.</summary>
public enum TeamNews
{
    Invited,
    RolesAdded,
    RoleRemoved,
    LastOrganizer,
    FactorsReset,
    NotDone,
}

public sealed record LinkPage(Guid Id, string Name, string? Link);

public sealed record QuestionPage(Guid Id, string Name, string Email, bool IsOwn);

/// <summary>Roles to be given, all for the same events.</summary>
public class RolesForm
{
    public bool Organizer { get; set; }

    public bool Staff { get; set; }

    public bool Carer { get; set; }

    /// <summary>Slug; empty for all events.</summary>
    public string? Event { get; set; }

    public IEnumerable<Role> Chosen() => new[] { (Organizer, Role.Organizer), (Staff, Role.Staff), (Carer, Role.Carer) }.Where(role => role.Item1).Select(role => role.Item2);

    public class Rules<T> : AbstractValidator<T>
        where T : RolesForm
    {
        public const string EventMissing = "Wählen Sie, für welche Veranstaltung die Rolle gilt";

        public Rules() => RuleFor(form => form.Organizer).Must((form, _) => form.Chosen().Any()).WithMessage("Wählen Sie mindestens eine Rolle");
    }

    public sealed class Rules : Rules<RolesForm>;
}

public sealed class AccountForm : RolesForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public new sealed class Rules : Rules<AccountForm>
    {
        public const string EmailTaken = "Zu dieser Adresse gibt es schon ein Konto. Nehmen Sie eine andere, oder ändern Sie dort die Rollen";

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(form => form.Name).PersonName(t, "Geben Sie den Namen ein");
            RuleFor(form => form.Email).EmailAddress(
                t, "Geben Sie die E-Mail-Adresse ein, zum Beispiel name@beispiel.de", "Geben Sie die E-Mail-Adresse vollständig ein, zum Beispiel name@beispiel.de");
        }
    }
}
