namespace Netzwerk.Domain;

/// <summary>
/// A setting that was edited in the organiser's area, under its name in the configuration: <c>Legal:Operator</c>. Also what the site has to
/// remember for good; the audit forgets after a year.
/// </summary>
public sealed class StoredSetting
{
    /// <summary>The network's partners were put in once; who empties the list means it.</summary>
    public const string PartnersCame = "Done:Partners";

    /// <summary>The mail server took a test mail with the settings as they are.</summary>
    public const string MailTried = "Done:TrialMail";

    /// <summary>An older copy of the database was put back: the moment of that copy; it was changed when it was put back.</summary>
    public const string Restored = "Done:Restored";

    /// <summary>The keys made of addresses are those of today's form.</summary>
    public const string AddressKeysRenewed = "Done:AddressKeys";

    /// <summary>The code of the first set-up, encrypted, until somebody used it.</summary>
    public const string SetupCode = "Setup:Code";

    /// <summary>How far the demo's clock is from the system's, in ticks.</summary>
    public const string DemoClock = "Demo:Clock";

    /// <summary>What the demo's accounts sign in with. Everybody is shown it.</summary>
    public const string DemoPassword = "Demo:Password";

    /// <summary>The key of the personal links, where it lies in the database: then several processes need the same.</summary>
    public const string LinksKey = "Keys:Links";

    /// <summary>Before the id of an event: what its families are being told (see <see cref="Domain.Announcement"/>). Gone when all are.</summary>
    public const string Announcement = "Announcement:";

    /// <summary>The latest time at which the site stored something, by the system's clock (see <see cref="ClockGuard"/>).</summary>
    public const string LastStored = "Clock:LastStored";

    /// <summary>Since when the clock has not been believed, or when somebody was last told so.</summary>
    public const string ClockDoubted = "Clock:Doubted";

    public required string Key { get; init; }

    /// <summary>Secrets are encrypted with a key outside the database.</summary>
    public required string Value { get; set; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public static string AnnouncementOf(Guid eventId) => $"{Announcement}{eventId:N}";

    /// <summary>The event of such a key.</summary>
    public static Guid EventOf(string announcement) => Guid.Parse(announcement.AsSpan(Announcement.Length));
}
