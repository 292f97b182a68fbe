namespace Netzwerk.Features.Shared.Legal;

/// <summary>What pages call the settings of section <c>Legal</c>.</summary>
public static class LegalLabels
{
    /// <param name="key">The setting's name, <c>Legal:Operator</c>.</param>
    public static string Of(string key) => key switch
    {
        "Legal:Operator" => "Betreiber",
        "Legal:Address" => "Anschrift",
        "Legal:Email" => "E-Mail-Adresse",
        "Legal:Phone" => "Telefon",
        "Legal:Representative" => "Vertreten durch",
        "Legal:DataProtectionOfficer" => "Datenschutzbeauftragte Person",
        "Legal:SupervisoryAuthority" => "Aufsichtsbehörde",
        "Legal:Recipients" => "Weitere Empfänger",
        "Legal:FeedbackContact" => "Kontakt bei Barrieren",
        "Legal:ArbitrationBody" => "Schlichtungsstelle",
        "Legal:AccessibilityStatementDate" => "Stand der Erklärung zur Barrierefreiheit",
        _ => key,
    };
}
