using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Start;

public class HealthTests
{
    [Fact]
    public async Task Ready_is_bad_while_no_turn_of_the_mail_worker_came_through_for_a_minute()
    {
        await using var app = new ClockedApp();
        var browser = app.Browser();

        Assert.Equal((200, "Healthy"), await AskAsync(browser, "ready"));
        app.SystemClock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal((503, "Unhealthy"), await AskAsync(browser, "ready"));
        Assert.Equal((200, "Healthy"), await AskAsync(browser, "live"));
        await app.DeliverMailAsync();
        Assert.Equal((200, "Healthy"), await AskAsync(browser, "ready"));
        app.SystemClock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal((503, "Unhealthy"), await AskAsync(browser, "ready"));
    }

    [Fact]
    public async Task The_site_s_own_worker_is_the_one_that_health_asks()
    {
        await using var app = new Working();
        var browser = app.Browser();
        var worker = Assert.Single(app.Services.GetServices<IHostedService>().OfType<OutboxWorker>());

        Assert.Equal((200, "Healthy"), await AskAsync(browser, "ready"));
        Assert.Same(worker, app.Services.GetRequiredService<OutboxWorker>());
        await Eventually.TrueAsync(() => Task.FromResult(worker.LastTurnAt is not null));
    }

    private static async Task<(int, string)> AskAsync(HttpClient browser, string what)
    {
        using var answer = await browser.GetAsync("/health/" + what);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private sealed class Working : TestApp
    {
        protected override bool KeepsWorkers => true;
    }
}
