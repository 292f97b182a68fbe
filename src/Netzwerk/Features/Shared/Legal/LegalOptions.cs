namespace Netzwerk.Features.Shared.Legal;

/// <summary>
/// Section <c>Legal</c>: what only the operator can say. A missing text is left out for visitors and marked for signed-in organisers.
/// Addresses and contacts may have several lines, each ended with <c>\n</c>.
/// </summary>
public sealed class LegalOptions
{
    public const string Section = "Legal";

    /// <summary>Who runs the site and is the controller (§ 5 DDG, Art. 4 No. 7 GDPR): the institution's full name.</summary>
    public string? Operator { get; set; }

    public string? Address { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>Who speaks for the operator, where the operator is not a single person.</summary>
    public string? Representative { get; set; }

    /// <summary>How the data protection officer is reached (Art. 13 (1)(b) GDPR).</summary>
    public string? DataProtectionOfficer { get; set; }

    /// <summary>The authority that takes complaints (Art. 77 GDPR), with its address.</summary>
    public string? SupervisoryAuthority { get; set; }

    /// <summary>Who else receives data, such as the provider of the server or of the mail account (Art. 13 (1)(e) GDPR).</summary>
    public string? Recipients { get; set; }

    /// <summary>Whom to tell about barriers (§ 9b NBGG).</summary>
    public string? FeedbackContact { get; set; }

    /// <summary>The arbitration body (§ 9d NBGG), with its address.</summary>
    public string? ArbitrationBody { get; set; }

    /// <summary>When the statement of accessibility was made or last looked through, in words: „24. Oktober 2022“.</summary>
    public string? AccessibilityStatementDate { get; set; }

    /// <summary>Names of the settings without which the site takes no sign-ups in Production.</summary>
    public IReadOnlyList<string> Missing => [.. Required.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{Section}:{text.Name}")];

    private IEnumerable<(string Name, string? Value)> Required =>
    [
        (nameof(Operator), Operator),
        (nameof(Address), Address),
        (nameof(Email), Email),
        (nameof(DataProtectionOfficer), DataProtectionOfficer),
        (nameof(SupervisoryAuthority), SupervisoryAuthority),
        (nameof(FeedbackContact), FeedbackContact),
        (nameof(ArbitrationBody), ArbitrationBody),
    ];
}
