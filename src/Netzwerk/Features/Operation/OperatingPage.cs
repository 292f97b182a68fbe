using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Netzwerk.Features.Operation;

/// <param name="LookedAt">UTC, by the system's clock.</param>
public sealed record OperatingPage(IReadOnlyList<Finding> Findings, DateTime LookedAt)
{
    public int ToDo => Findings.Count(finding => finding.Status != HealthStatus.Healthy);

    public bool IsBroken => Findings.Any(finding => finding.Status == HealthStatus.Unhealthy);
}

/// <summary>What somebody who looked found.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Says">How it is, and what to do where it is not well. German.</param>
public sealed record Finding(string What, HealthStatus Status, string Says);
