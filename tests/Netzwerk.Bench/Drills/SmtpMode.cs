using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Bench.Drills;

/// <summary>One way in which a mail server fails.</summary>
/// <param name="Refuses">It says no for good, so the mails stay where they are, visibly.</param>
/// <param name="Takes">It takes every mail in the end, only late.</param>
public sealed record SmtpMode(string Name, Action<MailPeer> Begin, bool Refuses = false, bool Takes = false)
{
    public static readonly IReadOnlyList<SmtpMode> All =
    [
        new("down", mail => mail.GoAway()),
        Wrong("421 instead of a greeting", SmtpFault.Greeting421),
        Wrong("554 instead of a greeting", SmtpFault.Greeting554),
        Wrong("tarpit: no greeting", SmtpFault.SilentGreeting),
        Wrong("slow", SmtpFault.Slow) with { Takes = true },
        Wrong("no STARTTLS", SmtpFault.NoStartTls),
        new("bad certificate", mail => BeginAnew(mail, () => mail.ShowForeignCertificate(true))),
        Wrong("530 to the sender", SmtpFault.Sender530),
        Wrong("550 to the sender", SmtpFault.Sender550),
        Wrong("421 to the recipient", SmtpFault.Recipient421),
        Wrong("451 to the recipient", SmtpFault.Recipient451),
        Wrong("452 to the recipient", SmtpFault.Recipient452),
        Wrong("550 to the recipient", SmtpFault.Recipient550) with { Refuses = true },
        Wrong("554 relay denied", SmtpFault.RelayDenied),
        Wrong("451 to the content", SmtpFault.Data451),
        Wrong("554 to the content", SmtpFault.Data554) with { Refuses = true },
        Wrong("dropped before the dot", SmtpFault.DropWhileReading),
        Wrong("dropped after the dot", SmtpFault.DropAfterFinalDot),
        Wrong("silent after the dot", SmtpFault.SilentAfterFinalDot),
    ];

    /// <summary>A well server again, for which nobody waits any more.</summary>
    public static void Heal(MailPeer mail)
    {
        mail.Fault = SmtpFault.None;
        mail.ShowForeignCertificate(false);
        mail.GoAway();
        mail.ComeBack();
    }

    private static SmtpMode Wrong(string name, SmtpFault fault) => new(name, mail => BeginAnew(mail, () => mail.Fault = fault));

    /// <summary>A connection that began well would go on well.</summary>
    private static void BeginAnew(MailPeer mail, Action change)
    {
        change();
        mail.HangUp();
    }
}
