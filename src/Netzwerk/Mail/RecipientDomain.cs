namespace Netzwerk.Mail;

/// <summary>
/// The domain that somebody registered (example.org for anna@mail.example.org): whoever owns it makes as many names below it as they like. Two
/// labels, or three below a country's usual divisions (co.uk). A division that is not named here only groups more than it has to.
/// </summary>
internal static class RecipientDomain
{
    private static readonly HashSet<string> Divisions =
        new(["ac", "co", "com", "edu", "gob", "gov", "gv", "ltd", "me", "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "sch"], StringComparer.Ordinal);

    public static string Of(string addressKey)
    {
        var labels = addressKey[(addressKey.LastIndexOf('@') + 1)..].Split('.');
        var kept = labels is [.., var second, { Length: 2 }] && Divisions.Contains(second) ? 3 : 2;
        return string.Join('.', labels[Math.Max(0, labels.Length - kept)..]);
    }
}
