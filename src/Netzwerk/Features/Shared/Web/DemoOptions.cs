using System.Globalization;
using Netzwerk.Domain;

namespace Netzwerk.Features.Shared.Web;

/// <summary>Section <c>Demo</c>: banner, clock, mailbox and accounts to try the site with. Every environment but Development refuses it.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    public bool Enabled { get; set; }

    /// <summary>Whether <c>/demo</c>, which shows a password that opens everything, answers other machines too.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>What the demo clock shows when the site starts; it runs on from there.</summary>
    public DateTimeOffset StartsAt { get; set; } = DateTimeOffset.Parse("2022-10-24T10:00:00+02:00", CultureInfo.InvariantCulture);

    public static DemoOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var demo = new DemoOptions { Enabled = environment.IsDevelopment() };
        configuration.GetSection(Section).Bind(demo);
        if (demo.Enabled && environment.IsHardened())
            throw new InvalidSettingException("Demo:Enabled gilt nur in Development: Sonst stünden echte Anmeldungen neben einer verstellten Uhr. Setzen Sie Demo:Enabled auf false. Siehe README, Abschnitt Einstellungen.");
        return demo;
    }

    public EventClock Start(EventClock clock)
    {
        if (Enabled) clock.SetTo(StartsAt);
        return clock;
    }
}
