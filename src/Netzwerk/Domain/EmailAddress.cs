using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Netzwerk.Domain;

/// <summary>
/// Which addresses are taken: at most 254 characters (RFC 5321 with erratum 1690), ASCII before the at sign, a domain that may hold
/// umlauts (IDNA). Framework checks accept NUL, U+202E and thousands of characters, hence a rule of our own.
/// </summary>
public static partial class EmailAddress
{
    public const int MaxLength = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private static readonly Dictionary<string, string> LikelyMeant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gmial.com"] = "gmail.com",
        ["gmai.com"] = "gmail.com",
        ["gmail.de"] = "gmail.com",
        ["gmail.con"] = "gmail.com",
        ["gmail.co"] = "gmail.com",
        ["gamil.com"] = "gmail.com",
        ["gnail.com"] = "gmail.com",
        ["googlmail.com"] = "googlemail.com",
        ["gmx.ed"] = "gmx.de",
        ["gmx.d"] = "gmx.de",
        ["gxm.de"] = "gmx.de",
        ["gmc.de"] = "gmx.de",
        ["web.ed"] = "web.de",
        ["web.d"] = "web.de",
        ["wbe.de"] = "web.de",
        ["we.de"] = "web.de",
        ["t-onlin.de"] = "t-online.de",
        ["t-online.ed"] = "t-online.de",
        ["tonline.de"] = "t-online.de",
        ["t-onlien.de"] = "t-online.de",
        ["hotmial.com"] = "hotmail.com",
        ["hotmail.con"] = "hotmail.com",
        ["hotmal.com"] = "hotmail.com",
        ["outlok.de"] = "outlook.de",
        ["outlook.con"] = "outlook.com",
        ["outlok.com"] = "outlook.com",
        ["iclou.com"] = "icloud.com",
        ["icloud.con"] = "icloud.com",
        ["yahoo.con"] = "yahoo.com",
        ["yaho.de"] = "yahoo.de",
        ["frenet.de"] = "freenet.de",
        ["freenet.ed"] = "freenet.de",
        ["gmial"] = "gmail.com",
        ["t-onlin"] = "t-online.de",
    };

    /// <summary>
    /// What is stored and shown of a typed address: the domain in the one Unicode form that IDNA has for all its spellings (UTS 46, not
    /// transitional: straße.de is not strasse.de). What is no address stays as typed.
    /// </summary>
    public static string Read(string? typed)
    {
        var address = PastedText.Address(typed);
        return address.LastIndexOf('@') is var at and > 0 ? string.Concat(address.AsSpan(0, at + 1), DomainIn(address[(at + 1)..])) : address;
    }

    /// <summary>What two spellings of one address have in common: limits, families, link requests and accounts compare this.</summary>
    public static string KeyOf(string address) => Read(TypedText.Received(address)).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>The same as accounts are stored with it.</summary>
    public static string AccountKeyOf(string address) => KeyOf(address).ToUpperInvariant();

    public static bool IsValid(string address)
    {
        if (address.Length > MaxLength || !Shape().IsMatch(address)) return false;
        try
        {
            return Idn.GetAscii(DomainOf(address)).Length <= 253;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Is only the part before the at sign the trouble, because it has umlauts?</summary>
    public static bool HasUmlautBeforeAt(string address) => address.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && !Ascii.IsValid(address.AsSpan(0, at));

    /// <summary>For the sentence that names it.</summary>
    public static string FirstInvalidBeforeAt(string address) => address.EnumerateRunes().FirstOrDefault(rune => !rune.IsAscii).ToString();

    /// <summary>The address that was probably meant, or null. Worth a question, never a refusal.</summary>
    public static string? LikelyCorrection(string address) =>
        LikelyMeant.TryGetValue(DomainOf(address), out var meant) ? string.Concat(address.AsSpan(0, address.LastIndexOf('@') + 1), meant) : null;

    private static string DomainIn(string typed)
    {
        if (Ascii.IsValid(typed) && !typed.Contains("xn--", StringComparison.OrdinalIgnoreCase)) return typed.ToLowerInvariant();
        try
        {
            return Idn.GetUnicode(Idn.GetAscii(typed));
        }
        catch (ArgumentException)
        {
            return typed;
        }
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
