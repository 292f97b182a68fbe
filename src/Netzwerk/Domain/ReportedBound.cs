namespace Netzwerk.Domain;

/// <summary>A bound of registration for which the closing report was written; each bound gets one for ever, also when it is set again.</summary>
public sealed class ReportedBound
{
    public required Guid EventId { get; init; }

    public required DateTime Bound { get; init; }
}
