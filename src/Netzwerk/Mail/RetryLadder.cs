namespace Netzwerk.Mail;

/// <summary>
/// Distances between attempts. RFC 5321 section 4.5.4.1 asks for at least 30 minutes and four to five days in general; a
/// confirmation is worth trying sooner at first, and after three days staff should know.
/// </summary>
public static class RetryLadder
{
    public static readonly TimeSpan AtLeast = TimeSpan.FromHours(72);

    private static readonly TimeSpan[] Rungs = [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8),
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static TimeSpan After(int attempts) => attempts <= Rungs.Length ? Rungs[Math.Max(attempts, 1) - 1] : Longest;

    /// <summary>Only time ends it, and never before every rung was used: a process that was down for days has not tried.</summary>
    public static bool IsOver(int attempts, TimeSpan sinceFirst) => attempts > Rungs.Length && sinceFirst >= AtLeast;
}
