using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;

namespace Netzwerk.Features.Accounts;

/// <summary>
/// Long, not common, not the account's own name: no rules about which signs it needs (OWASP ASVS 5.0, V6.2; NIST SP 800-63B).
/// </summary>
public sealed class PasswordRules(CommonPasswords common) : IPasswordValidator<Account>
{
    public const int MinLength = 15;
    public const int MaxLength = 128;

    /// <summary>What everybody would try first here.</summary>
    private static readonly string[] SiteWords = ["netzwerk", "alleinerziehend", "wirksamehilfen", "cloppenburg", "jubilaeum"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var problem = ProblemOf(user, password ?? "");
        return Task.FromResult(problem is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem }));
    }

    private string? ProblemOf(Account account, string password)
    {
        if (password.Length < MinLength) return $"Das Passwort ist zu kurz. Nehmen Sie mindestens {MinLength} Zeichen, zum Beispiel vier Wörter, die nichts miteinander zu tun haben";
        if (password.Length > MaxLength) return $"Das Passwort ist zu lang. Höchstens {MaxLength} Zeichen haben Platz";
        if (common.Contains(password)) return "Dieses Passwort wird oft benutzt und schnell erraten. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben";
        return IsMadeOf(password, OwnWords(account)) ? "Das Passwort besteht fast nur aus Ihrem Namen, Ihrer Adresse oder dem Namen dieser Seite. Nehmen Sie Wörter, die niemand mit Ihnen verbindet" : null;
    }

    private static IEnumerable<string> OwnWords(Account account) =>
        $"{account.DisplayName} {account.Email}".Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Select(CommonPasswords.Plain).Where(word => word.Length > 2).Concat(SiteWords).OrderByDescending(word => word.Length);

    /// <summary>Is there little left once the words are taken out?</summary>
    private static bool IsMadeOf(string password, IEnumerable<string> words)
    {
        var plain = CommonPasswords.Plain(password);
        var rest = words.Aggregate(plain, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return rest.Length < plain.Length && rest.Length < MinLength / 2;
    }
}
