namespace Netzwerk.Features.Accounts;

/// <summary>What was dated by a clock that was ahead would be valid until that day comes, so it is refused once the clock is right.</summary>
internal static class ClockSkew
{
    /// <summary>How far the clocks of two processes may be apart.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public static bool IsInFuture(this TimeProvider clock, DateTimeOffset at) => at > clock.GetUtcNow() + Most;
}
