using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Netzwerk.Domain;
using Netzwerk.Features.Operation;

namespace Netzwerk.Tests.Kit;

/// <summary>The site as in Production: the event clock shows what the system's shows, and the test sets both.</summary>
/// <param name="ahead">How far from <see cref="Begin"/> the clock is at start.</param>
public sealed class OneClockApp(TimeSpan ahead, params (string Key, string Value)[] settings) : TestApp(settings)
{
    /// <summary>2 March, 10:00 in Berlin.</summary>
    public static readonly DateTimeOffset Begin = new(ClockCheck.BuildYear, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public OneClockApp(params (string Key, string Value)[] settings)
        : this(TimeSpan.Zero, settings)
    {
    }

    public FakeTimeProvider SystemClock { get; } = new(Begin + ahead);

    /// <summary>As if somebody set it while the site runs, forwards or back.</summary>
    public void SetClock(TimeSpan ahead)
    {
        _ = Services;
        SystemClock.AdjustTime(Begin + ahead);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(SystemClock)
            .RemoveAll<EventClock>().AddSingleton(new EventClock(SystemClock)));
    }
}
