using Netzwerk.Data;
using Netzwerk.Domain;

namespace Netzwerk.Features.Organizer.Attendees;

/// <summary>
/// One word of a search. Found are names, addresses and references that contain it, without regard to case and marks; ä, ae and a are the
/// same here (also ö and ü), because names come by phone.
/// </summary>
public sealed record SearchTerm(string Folded, string Reference)
{
    private const int MostWords = 8;

    public static IReadOnlyList<SearchTerm> In(string? search)
    {
        var typed = TypedText.Clean(search);
        if (!TypedText.IsVisible(typed)) typed = new string([.. typed.Where(char.IsAsciiLetterOrDigit)]);
        return [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
            .Select(word => new SearchTerm(Folding.Fold(word), word.ToUpperInvariant()))];
    }

    /// <summary>Contains, not LIKE: percent sign and underscore stand for themselves.</summary>
    public IQueryable<Registration> Narrow(IQueryable<Registration> all, NetzwerkDb db)
    {
        var (folded, reference) = this;
        var withoutE = folded.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
        var full = reference.StartsWith("NW-", StringComparison.Ordinal) ? reference : "NW-" + reference;
        return all.Where(r => r.SearchKey!.Contains(folded)
            || r.SearchKey.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").Contains(withoutE)
            || r.Reference == full
            || db.RepeatedSignUps.Any(again => again.RegistrationId == r.Id && again.Reference == full));
    }
}
