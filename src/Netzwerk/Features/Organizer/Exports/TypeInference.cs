using System.Buffers;
using System.Text.RegularExpressions;

namespace Netzwerk.Features.Organizer.Exports;

/// <summary>
/// What a spreadsheet makes of a cell of a CSV file, which cannot say that a cell is text: it calculates formulas, and turns 01067 into 1067,
/// 1E5 into 100000, 3/4 into the third of April and wahr into WAHR. Excel, LibreOffice and Gnumeric do that in German and in English.
/// </summary>
public static partial class TypeInference
{
    private const string Months = "jan|januar|january|feb|februar|february|mär|mrz|märz|mar|march|apr|april|mai|may|jun|juni|june|jul|juli|july|aug|august|"
        + "sep|sept|september|okt|oktober|oct|october|nov|november|dez|dezember|dec|december";

    private const string Weekdays = "mo|montag|mon|monday|di|dienstag|tue|tuesday|mi|mittwoch|wed|wednesday|do|donnerstag|thu|thursday|fr|freitag|fri|friday|"
        + "sa|samstag|sat|saturday|so|sonntag|sun|sunday";

    /// <summary>Spaces, and signs that are not shown.</summary>
    private static readonly SearchValues<char> Hidden = SearchValues.Create(" \0\u00A0\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\u3000\uFEFF");

    private const string Currency = "(?:€|\\$|£|eur|usd)";

    /// <summary>Larger ones are shown as 1,2E+11.</summary>
    private const int LongestWhole = 11;

    /// <summary>Also full-width, small, raised and lowered; and U+2212, the minus that LibreOffice reads like a hyphen.</summary>
    private static readonly SearchValues<char> FormulaSigns = SearchValues.Create("=+-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋\u2212");

    /// <summary>OWASP, CSV injection. What hides in front of the sign does not help.</summary>
    public static bool IsFormula(string text)
    {
        if (text is ['\t' or '\r' or '\n', ..]) return true;
        var start = text.AsSpan().IndexOfAnyExcept(Hidden);
        return start >= 0 && FormulaSigns.Contains(text[start]);
    }

    /// <summary>Would it be shown as something else than what was typed?</summary>
    public static bool IsConverted(string text)
    {
        if (!text.Any(char.IsDigit)) return Word().IsMatch(text);
        var seen = string.Concat(text.Trim().Select(Plain));
        return !IsPlainNumber(seen) && (Number().IsMatch(seen) || Fraction().IsMatch(seen) || Date().IsMatch(seen) || Time().IsMatch(seen) || Word().IsMatch(seen));
    }

    /// <summary>Full-width signs stand in the same order as those of ASCII.</summary>
    private static char Plain(char sign) => sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign;

    /// <summary>3 stays 3, as a number too.</summary>
    private static bool IsPlainNumber(string text) => text.Length <= LongestWhole && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1);

    /// <summary>Truth values, and errors: #NV, #DIV/0!</summary>
    [GeneratedRegex("^\\s*(?:wahr|falsch|true|false|#[A-ZÄÖÜ0-9/_ ]+[!?]?)\\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex($@"^\(?\s*{Currency}?\s*(?:\d+(?:[.,'’]\d+)*[.,]?|[.,]\d+)(?:e[+-]?\d+)?\s*(?:%|{Currency})?\s*\)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:\d+\s+)?\d{1,4}\s?[/⁄]\s?\d{1,4}$", RegexOptions.NonBacktracking)]
    private static partial Regex Fraction();

    /// <summary>Days in figures, or with the name of a month, with or without an hour behind.</summary>
    [GeneratedRegex($@"^(?:(?:{Weekdays})[.,]*\s*)?(?:\d{{1,4}}(?:[./-]\s?\d{{1,4}}){{1,2}}[./]?|[\d.,/\s-]*(?:{Months})[.,/\s-]*[\d.,/\s-]*)(?:[t\s]+\d{{1,2}}:\d{{2}}.*)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{1,4}(?::\d{1,2}){1,2}(?:[.,]\d+)?\s*(?:[ap]\.?m?\.?)?$|^\d{1,2}\s*[ap]\.?m?\.?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
