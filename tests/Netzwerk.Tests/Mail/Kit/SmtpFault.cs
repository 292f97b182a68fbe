namespace Netzwerk.Tests.Mail.Kit;

/// <summary>What the misbehaving server does wrong.</summary>
public enum SmtpFault
{
    None,
    Greeting421,
    Greeting554,
    SilentGreeting,
    Slow,
    NoStartTls,
    AuthRefused,
    Sender530,
    Sender550,
    Recipient421,
    Recipient451,
    Recipient452,
    Recipient550,
    RelayDenied,
    Data451,
    Data554,
    DropWhileReading,
    DropAfterFinalDot,
    SilentAfterFinalDot,
}
