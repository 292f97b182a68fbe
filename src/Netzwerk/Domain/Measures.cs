using System.Diagnostics.Metrics;

namespace Netzwerk.Domain;

/// <summary>What can be counted from outside. Numbers and fixed words only, never anything of a person; costs nothing while nobody listens.</summary>
public static class Measures
{
    public const string Name = "Netzwerk";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> SignUps = Meter.CreateCounter<long>("netzwerk.sign_ups", description: "Submitted sign-ups by outcome");
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("netzwerk.mails", description: "Attempts to send by outcome");
    private static readonly Counter<long> Acts = Meter.CreateCounter<long>("netzwerk.acts", description: "What was written to the audit, erasures and backups included, by act");
    private static readonly Histogram<double> Turns = Meter.CreateHistogram<double>("netzwerk.turn.wait", "s", "Wait in the line of writers");

    public static bool CountsActs => Acts.Enabled;

    public static void SignedUp(string outcome) => SignUps.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void MailTried(string outcome) => Mails.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void Acted(AuditAct act) => Acts.Add(1, new KeyValuePair<string, object?>("act", act.ToString()));

    public static void TurnWaited(TimeSpan waited) => Turns.Record(waited.TotalSeconds);
}
