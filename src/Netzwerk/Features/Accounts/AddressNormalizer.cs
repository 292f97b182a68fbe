using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;
using Netzwerk.Domain;

namespace Netzwerk.Features.Accounts;

/// <summary>Accounts are found by their address however its domain is spelled; the user name is the address.</summary>
public sealed class AddressNormalizer : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name is null ? null : EmailAddress.AccountKeyOf(name);

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
