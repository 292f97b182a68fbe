using System.Security.Cryptography;

namespace Netzwerk.Domain;

/// <summary>What a family reads out on the phone: <c>NW-</c> and six signs, none of which looks like another (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V).</summary>
public static class Reference
{
    public const string Alphabet = "34679ACDEFGHJKMNPQRTVWXY";

    public static string Next() => "NW-" + RandomNumberGenerator.GetString(Alphabet, 6);
}
