using Netzwerk.Data;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>
/// A code of the app, or one from the sheet of recovery codes, by the account's owner. Wrong ones are counted like wrong passwords, apart
/// from them: else knowing the password would begin the count anew. Per network or known device too, so that nobody shuts out the owner; and
/// those of all unknown devices together.
/// </summary>
public sealed class CodeCheck(AuthenticatorApp app, RecoveryCodes recovery, SignInAttempts attempts, CodeGuesses guesses, SignInOrigin origin, SecurityLog log)
{
    public async Task<bool> IsRightAsync(Account account, string? typed)
    {
        var mayTry = await attempts.TakeAsync(KeyOf(account)) && (origin.IsKnown(account) || await guesses.TakeAsync(account));
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit));
        var right = mayTry && (code.Length == 6 && code.All(char.IsAsciiDigit) ? await app.TakeAsync(account.Id, code) : code.Length == 10 && await recovery.TakeAsync(account.Id, code));
        if (right) await ForgetAsync(account);
        else log.SignInRefused("code", account.Id, !mayTry);
        return right;
    }

    public Task ForgetAsync(Account account) => attempts.ForgetAsync(KeyOf(account));

    private string KeyOf(Account account) => origin.KeyOf($"second {account.NormalizedEmail}", account);
}
