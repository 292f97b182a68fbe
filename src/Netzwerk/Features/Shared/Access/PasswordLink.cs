using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Web;

namespace Netzwerk.Features.Shared.Access;

/// <summary>
/// The one-time link with which a colleague sets the own password. It hangs on the account's security stamp, so it dies with its use, with
/// the next link, and with every other change of the password.
/// </summary>
public sealed class PasswordLink(UserManager<Account> accounts, SiteOptions site)
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(3);

    /// <summary>Ends every session and every earlier link of the account.</summary>
    public async Task<string> MakeAsync(Account account)
    {
        await accounts.UpdateSecurityStampAsync(account);
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        return site.Url($"/konto/passwort-festlegen?konto={account.Id:N}&code={code}");
    }

    /// <returns>The account that this link belongs to; null when it was used, replaced or is too old.</returns>
    public async Task<Account?> OpenAsync(Guid accountId, string? code)
    {
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { } account || Decode(code) is not { } token) return null;
        var provider = accounts.Options.Tokens.PasswordResetTokenProvider;
        return await accounts.VerifyUserTokenAsync(account, provider, UserManager<Account>.ResetPasswordTokenPurpose, token) ? account : null;
    }

    public static string? Decode(string? code)
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
