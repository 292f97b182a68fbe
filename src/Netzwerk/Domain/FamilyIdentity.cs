using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Netzwerk.Domain;

/// <summary>
/// What makes two sign-ups the same family: the address in its one form (<see cref="EmailAddress.KeyOf"/>), and first plus last name in NFC, trimmed, inner spaces
/// collapsed, without regard to case or to the kind of apostrophe. The same address with another name is another family.
/// </summary>
public static class FamilyIdentity
{
    public static string KeyOf(string email, string givenName, string familyName) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{EmailKeyOf(email)}\n{Plain(Folding.StraightApostrophes($"{givenName} {familyName}"))}")));

    public static string EmailKeyOf(string email) => EmailAddress.KeyOf(email);

    private static string Plain(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
