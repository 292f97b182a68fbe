using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Netzwerk.Data;

namespace Netzwerk.Features.Accounts;

/// <summary>A password that somebody chooses; whether it is good is judged by <see cref="PasswordRules"/>, which knows the account.</summary>
public class NewPasswordForm
{
    public string? Password { get; set; }

    public string? Again { get; set; }

    public class Rules<T> : AbstractValidator<T>
        where T : NewPasswordForm
    {
        public Rules()
        {
            RuleFor(form => form.Password).NotEmpty().WithMessage("Geben Sie das neue Passwort ein");
            RuleFor(form => form.Again).Must((form, again) => string.IsNullOrEmpty(form.Password) || form.Password == again)
                .WithMessage("Beide Passwörter müssen gleich sein. Geben Sie das neue Passwort noch einmal ein");
        }
    }

    public sealed class Rules : Rules<NewPasswordForm>;
}

internal static class PasswordProblems
{
    public const string ChangedMeanwhile = "Ihr Konto wurde im selben Moment an anderer Stelle geändert. Hier ist nichts gespeichert. Laden Sie die Seite neu und versuchen Sie es noch einmal";

    /// <summary>Judges and hashes a new password. Before any transaction, because it waits in line and all writers would wait with it.</summary>
    public static async Task<IdentityResult> HashAsync(this UserManager<Account> accounts, Account account, string password)
    {
        foreach (var rules in accounts.PasswordValidators)
            if (await rules.ValidateAsync(accounts, account, password) is { Succeeded: false } refused) return refused;
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        return IdentityResult.Success;
    }

    /// <summary>Shows at the field what is wrong with the chosen password.</summary>
    public static bool Take(this ModelStateDictionary state, IdentityResult result)
    {
        foreach (var error in result.Errors.DistinctBy(error => error.Description, StringComparer.Ordinal)) state.AddModelError("Form.Password", error.Description);
        return result.Succeeded;
    }
}
