using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.ClosingReports;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>The closing report waits for timely sign-ups in every process that lives, and for no dead one.</summary>
public sealed class WaitingReportTests
{
    private static readonly DateTimeOffset Bound = new(Events.Anniversary().DeadlineBound);

    [Fact]
    public async Task It_waits_until_the_other_process_has_decided_what_was_in_time()
    {
        await using var pair = Pair.Start();
        var arrivals = pair.Other.Services.GetRequiredService<Arrivals>();
        Set(pair, Bound.AddMilliseconds(-1));
        var inTime = arrivals.Begin();
        Set(pair, Bound);
        using var late = arrivals.Begin();
        await BeatAsync(pair.Other);

        Assert.Equal(0, await SendDueAsync(pair.One));
        inTime.Dispose();
        Assert.Equal(0, await SendDueAsync(pair.One));
        await BeatAsync(pair.Other);
        Assert.Equal(1, await SendDueAsync(pair.One));
    }

    [Fact]
    public async Task Both_ask_at_once_and_one_writes_it()
    {
        await using var pair = Pair.Start();
        Set(pair, Bound);
        await BeatAsync(pair.One);
        await BeatAsync(pair.Other);

        var written = await Task.WhenAll(Task.Run(() => SendDueAsync(pair.One)), Task.Run(() => SendDueAsync(pair.Other)));

        Assert.Equal(1, written.Sum());
        Assert.Equal(1, await pair.One.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == MailKind.ClosingReport)));
    }

    [Fact]
    public async Task Whoever_was_not_seen_for_half_a_minute_is_waited_for_no_more()
    {
        await using var one = new ClockedApp();
        await using var killed = new ClockedApp(("Site:DataDirectory", one.DataFolder));
        killed.Services.GetRequiredService<Arrivals>().Begin();
        await BeatAsync(killed);
        one.Clock.SetUtcNow(Bound);

        Assert.Equal(0, await SendDueAsync(one));
        one.SystemClock.Advance(ProcessPulse.Patience);
        Assert.Equal(1, await SendDueAsync(one));
    }

    [Fact]
    public async Task A_process_that_stops_takes_itself_off_the_list_and_the_dead_go_by_themselves()
    {
        await using var one = new ClockedApp();
        await using (var killed = new ClockedApp(("Site:DataDirectory", one.DataFolder))) await BeatAsync(killed);
        await using var other = new ClockedApp(("Site:DataDirectory", one.DataFolder));
        await BeatAsync(one);
        await BeatAsync(other);
        Assert.Equal(3, await CountAsync(one));

        await other.Services.GetRequiredService<ProcessPulse>().LeaveAsync();
        Assert.Equal(2, await CountAsync(one));
        one.SystemClock.Advance(TimeSpan.FromMinutes(11));
        await BeatAsync(one);

        Assert.Equal(1, await CountAsync(one));
    }

    /// <summary>With its workers, as the host starts and stops them.</summary>
    [Fact]
    public async Task It_lives_from_its_start_to_its_stop()
    {
        await using var one = new TestApp();
        Assert.Equal(1, await CountAsync(one));
        await using (var other = new WorkingApp(("Site:DataDirectory", one.DataFolder)))
        {
            await other.OpenAsync("/");
            Assert.Equal(2, await CountAsync(one));
        }

        Assert.Equal(1, await CountAsync(one));
    }

    private static void Set(Pair pair, DateTimeOffset now)
    {
        pair.One.Clock.SetUtcNow(now);
        pair.Other.Clock.SetUtcNow(now);
    }

    private static Task BeatAsync(TestApp app) => app.Services.GetRequiredService<ProcessPulse>().BeatAsync();

    private static Task<int> CountAsync(TestApp app) => app.DbAsync(db => db.Processes.CountAsync());

    private static async Task<int> SendDueAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClosingReport>().SendDueAsync();
    }
}
