using Microsoft.AspNetCore.Identity;
using Netzwerk.Data;
using Netzwerk.Features.Accounts.SecondFactor;
using Netzwerk.Features.Shared.Access;

namespace Netzwerk.Features.Accounts;

/// <summary>Between the two halves of a sign-in: that the password was right travels sealed in the page and dies with the next password.</summary>
public sealed class SecondStep(UserManager<Account> accounts, Factors factors, Passkeys passkeys, PageSeal seal)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    public Task<SecondStepPage> BeginAsync(Account account, string? returnUrl, HttpContext http) =>
        PageAsync(account, new SecondStepForm { Proof = seal.Close(new PasswordProof(account.Id, account.SecurityStamp, returnUrl)) }, http);

    public async Task<SecondStepPage> PageAsync(Account account, SecondStepForm form, HttpContext http) =>
        new(form, await factors.HasAppAsync(account.Id), await factors.HasPasskeyAsync(account.Id) ? await passkeys.OfferProofAsync(account, http) : null);

    public async Task<(Account Account, string? ReturnUrl)?> OpenAsync(string? field) =>
        seal.Open<PasswordProof>(field, ValidFor) is { } proof && await accounts.FindByIdAsync(proof.AccountId.ToString()) is { } account && account.SecurityStamp == proof.Stamp
            ? (account, proof.ReturnUrl)
            : null;

    private sealed record PasswordProof(Guid AccountId, string? Stamp, string? ReturnUrl);
}
