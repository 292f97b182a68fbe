using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Demo;

/// <summary>The site with the demo on, as somebody tries it out.</summary>
internal sealed class DemoApp(params (string Key, string Value)[] settings) : TestApp([("Demo:Enabled", "true"), .. settings])
{
    protected override string EnvironmentName => "Development";

    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _mailClock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public DateTime Now => ((EventClock)Services.GetService(typeof(EventClock))!).Now;

    /// <summary>Another second for each mail, so that their order is known.</summary>
    public TimeProvider MailClock()
    {
        _mailClock.Advance(TimeSpan.FromSeconds(1));
        return _mailClock;
    }
}
