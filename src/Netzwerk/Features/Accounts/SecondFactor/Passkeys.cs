using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts.SecondFactor;

/// <summary>
/// Passkeys (WebAuthn), checked by ASP.NET Core Identity. What has to be remembered between asking and answering travels sealed in the page,
/// so that no cookie and no memory of this process is needed for it.
/// </summary>
public sealed class Passkeys(IPasskeyHandler<Account> handler, UserManager<Account> accounts, Factors factors, PageSeal seal, TimeProvider clock)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    public async Task<PasskeyOffer> OfferNewAsync(Account account, HttpContext http)
    {
        var user = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.DisplayName };
        var options = await handler.MakeCreationOptionsAsync(user, http);
        return new PasskeyOffer(options.CreationOptionsJson, seal.Close(new Making(options.AttestationState)));
    }

    /// <returns>The new passkey, not yet stored; null when it was cancelled, took too long or is not this account's.</returns>
    public async Task<UserPasskeyInfo?> AttestAsync(Account account, PasskeyForm form, string name, HttpContext http)
    {
        if (string.IsNullOrEmpty(form.Credential) || seal.Open<Making>(form.State, ValidFor) is not { } making) return null;
        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = form.Credential, AttestationState = making.State });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString()) return null;
        result.Passkey.Name = name;
        return result.Passkey;
    }

    public async Task<bool> AddAsync(Account account, UserPasskeyInfo passkey) => (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;

    /// <param name="account">Null on the sign-in page: the passkey says whose it is.</param>
    public async Task<PasskeyOffer> OfferProofAsync(Account? account, HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(account, http);
        return new PasskeyOffer(options.RequestOptionsJson, seal.Close(new Proving(options.AssertionState, clock.GetUtcNow().UtcTicks)));
    }

    /// <summary>Whose passkey this is; null when it is nobody's, took too long or was shown before: each page's question is answered once.</summary>
    public async Task<Account?> TakeAsync(PasskeyForm form, HttpContext http)
    {
        if (string.IsNullOrEmpty(form.Credential) || seal.Open<Proving>(form.State, ValidFor) is not { } proving) return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = form.Credential, AssertionState = proving.State });
        var most = (clock.GetUtcNow() + ValidFor).UtcTicks;
        if (!result.Succeeded || !await factors.UseUpAsync(result.User.Id, Factors.PasskeyProof, proving.Made, most)) return null;
        return (await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
    }

    /// <summary>How addresses name a passkey.</summary>
    public static string IdOf(byte[] credentialId) => Convert.ToHexStringLower(credentialId);

    private sealed record Making(string? State);

    private sealed record Proving(string? State, long Made);
}

/// <param name="Options">JSON for the browser.</param>
/// <param name="State">Comes back with the answer.</param>
public sealed record PasskeyOffer(string Options, string State);

public class PasskeyForm
{
    public string? State { get; set; }

    public string? Credential { get; set; }

    public string? ReturnUrl { get; set; }
}
