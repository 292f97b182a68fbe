using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Features.Demo;
using Netzwerk.Tests.Features.Accounts;
using Netzwerk.Tests.Features.Demo;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>However many processes show it, it is one demo.</summary>
public sealed class SharedDemoTests
{
    private static readonly DateTime JustClosed = Events.Anniversary().DeadlineBound;

    [Fact]
    public async Task The_clock_that_is_set_at_one_goes_at_the_other_too()
    {
        await using var one = new DemoApp();
        await using var other = new DemoApp(("Site:DataDirectory", one.DataFolder));
        Assert.Equal(one.Now, other.Now);

        await Forms.SubmitAsync(await one.OpenAsync("/demo"), "Gleich nach dem Anmeldeschluss");
        await Clock(other).FollowAsync();

        Assert.Equal((JustClosed, JustClosed), (one.Now, other.Now));
        other.Clock.Advance(TimeSpan.FromMinutes(1));
        await Clock(other).FollowAsync();
        Assert.Equal(JustClosed.AddMinutes(1), other.Now);
    }

    [Fact]
    public async Task Whoever_starts_beside_another_takes_its_clock_and_alone_begins_anew()
    {
        await using var one = new DemoApp();
        var start = one.Now;
        await Forms.SubmitAsync(await one.OpenAsync("/demo"), "Gleich nach dem Anmeldeschluss");

        await using (var beside = new DemoApp(("Site:DataDirectory", one.DataFolder)))
        {
            Assert.Equal(JustClosed, beside.Now);
            await LeaveAsync(beside);
        }
        await LeaveAsync(one);

        await using var alone = new DemoApp(("Site:DataDirectory", one.DataFolder));
        Assert.Equal(start, alone.Now);
    }

    [Fact]
    public async Task The_password_that_one_shows_opens_the_other()
    {
        await using var one = new DemoApp();
        await using var other = new DemoApp(("Site:DataDirectory", one.DataFolder));
        var shown = (await one.OpenAsync("/demo")).Document.GetElementById("demo-passwort")!.TextContent;

        Assert.Equal(shown, (await other.OpenAsync("/demo")).Document.GetElementById("demo-passwort")!.TextContent);
        Assert.NotEqual(Door.Path, (await other.Browser().EnterAsync(DemoAccounts.All[0].Email, shown)).Url.AbsolutePath);
        Assert.NotEqual(Door.Path, (await one.Browser().EnterAsync(DemoAccounts.All[1].Email, shown)).Url.AbsolutePath);
    }

    private static DemoClock Clock(DemoApp app) => app.Services.GetRequiredService<DemoClock>();

    private static Task LeaveAsync(DemoApp app) => app.Services.GetRequiredService<ProcessPulse>().LeaveAsync();
}
