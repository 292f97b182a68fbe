using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Netzwerk.Features.Operation;

namespace Netzwerk.Tests.Kit;

/// <summary>The site on a system clock that the test moves: for lockouts and sessions, which do not ask the event clock.</summary>
public sealed class ClockedApp(params (string Key, string Value)[] settings) : TestApp(settings)
{
    public FakeTimeProvider SystemClock { get; } = new(new DateTimeOffset(ClockCheck.BuildYear, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(SystemClock));
    }
}
