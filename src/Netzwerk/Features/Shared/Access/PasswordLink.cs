using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Mail;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// The one-time link with which a colleague sets the own password. It hangs on the account's security stamp, so it dies with its use and
/// with every other change of the password. The one for a lost password lives shorter and ends nothing before it is used: anybody may ask for it.
/// </summary>
public sealed class PasswordLink(UserManager<Account> accounts, SiteOptions site)
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(3);

    /// <summary>Made while a mail is being sent, so that no row ever holds it.</summary>
    public static AccountLink InMails(IServiceScopeFactory scopes) => async (accountId, kind) =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(accountId.ToString());
        return await scope.ServiceProvider.GetRequiredService<PasswordLink>().WriteAsync(
            account ?? throw new InvalidOperationException("Das Konto gibt es nicht mehr."), kind == MailKind.Password ? LostPasswordTokens.Name : null);
    };

    /// <summary>A link to show. It dies with the next security stamp, as every earlier one did with this.</summary>
    public Task<string> WriteAsync(Account account) => WriteAsync(account, null);

    /// <returns>The account that this link belongs to; null when it was used, replaced or is too old.</returns>
    public async Task<Account?> OpenAsync(Guid accountId, string? code)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { } account || Decode(code) is not { } token) return null;
        foreach (var provider in (string[])[accounts.Options.Tokens.PasswordResetTokenProvider, LostPasswordTokens.Name])
        {
            if (await accounts.VerifyUserTokenAsync(account, provider, UserManager<Account>.ResetPasswordTokenPurpose, token)) return account;
        }
        return null;
    }

    private async Task<string> WriteAsync(Account account, string? provider)
    {
        var token = await accounts.GenerateUserTokenAsync(account, provider ?? accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose);
        return site.Url($"/konto/passwort-festlegen?konto={account.Id:N}&code={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}");
    }

    private static string? Decode(string? code)
    {
        try
        {
            return code is null ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>Links for a lost password: an hour, because they are read at once.</summary>
public sealed class LostPasswordTokens(IDataProtectionProvider protection, IOptions<LostPasswordOptions> options, ILogger<DataProtectorTokenProvider<Account>> log)
    : DataProtectorTokenProvider<Account>(protection, options, log)
{
    public new const string Name = "LostPassword";
}

public sealed class LostPasswordOptions : DataProtectionTokenProviderOptions
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(1);

    public LostPasswordOptions() => (Name, TokenLifespan) = (LostPasswordTokens.Name, ValidFor);
}
