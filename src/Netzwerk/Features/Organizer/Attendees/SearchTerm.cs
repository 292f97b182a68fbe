using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>
/// One word of a search, or a whole phone number. Found are names, addresses, numbers and references that contain it, without regard to case and marks; ä, ae and a are the
/// same here (also ö and ü), because names come by phone.
/// </summary>
/// <param name="Phone">Digits without the leading zeros; null when this cannot be part of a phone number.</param>
public sealed record SearchTerm(string Folded, string Reference, string? Phone = null)
{
    private const int MostWords = 8, FewestDigits = 3;

    public static IReadOnlyList<SearchTerm> In(string? search)
    {
        var typed = TypedText.Clean(search);
        if (!TypedText.IsVisible(typed)) typed = new string([.. typed.Where(char.IsAsciiLetterOrDigit)]);
        if (PhoneIn(typed) is { } phone) return [new SearchTerm(Folding.Fold(typed), typed.ToUpperInvariant(), phone)];
        return [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
            .Select(word => new SearchTerm(Folding.Fold(word), word.ToUpperInvariant()))];
    }

    /// <summary>Contains, not LIKE: percent sign and underscore stand for themselves.</summary>
    public IQueryable<Registration> Narrow(IQueryable<Registration> all, NetzwerkDb db)
    {
        var (folded, reference, phone) = this;
        var withoutE = Folding.WithoutUmlautE(folded);
        var full = reference.StartsWith("NW-", StringComparison.Ordinal) ? reference : "NW-" + reference;
        // Asked once and not for each row.
        var again = db.RepeatedSignUps.Where(repeated => repeated.Reference == full).Select(repeated => repeated.RegistrationId);
        if (phone is not null) return all.Where(r => r.SearchKey!.Contains(folded) || r.Reference == full || r.PhoneE164!.Contains(phone) || again.Contains(r.Id));
        return folded == withoutE
            ? all.Where(r => r.SearchKey!.Contains(folded) || r.Reference == full || again.Contains(r.Id))
            : all.Where(r => r.SearchKey!.Contains(folded) || r.SearchKey.Contains(withoutE) || r.Reference == full || again.Contains(r.Id));
    }

    /// <summary>However it is spelled: stored is +49171…, typed may be 0171 …, 0049 171 … or +49 (0)171 ….</summary>
    private static string? PhoneIn(string typed)
    {
        if (typed.Any(sign => !char.IsAsciiDigit(sign) && !char.IsWhiteSpace(sign) && !"+()/.-\u2010\u2011\u2013".Contains(sign, StringComparison.Ordinal))) return null;
        var digits = new string([.. typed.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length >= FewestDigits ? digits : null;
    }
}
