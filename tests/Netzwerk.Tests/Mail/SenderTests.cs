using Microsoft.Extensions.Diagnostics.HealthChecks;
using Netzwerk.Features.Operation;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

/// <summary>Several senders at once, at most one for each recipient domain: who is slow holds up nobody else.</summary>
public sealed class SenderTests : IAsyncDisposable
{
    private readonly ScriptedTransport _transport = new();
    private readonly TaskCompletionSource<Delivery> _tarpit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OutboxKit _kit;
    private readonly OutboxSignal _signal = new();
    private readonly OutboxWorker _worker;

    public SenderTests()
    {
        _transport.Answer = message => message.To.Mailboxes.Single().Domain.StartsWith("slow", StringComparison.Ordinal) ? _tarpit.Task : Task.FromResult(ScriptedTransport.Accepted);
        _kit = new OutboxKit(_transport);
        _worker = new OutboxWorker(_kit.NewOutbox(signal: _signal), _signal, OutboxKit.Senders(3), _kit.Clock, _kit.Log.For<OutboxWorker>());
    }

    [Fact]
    public async Task A_recipient_that_never_answers_holds_up_only_its_own_domain()
    {
        var first = await PutAsync("anna@slow.example");
        var second = await PutAsync("bernd@slow.example");
        var others = new List<OutboxMail>();
        for (var i = 0; i < 6; i++) others.Add(await PutAsync($"family{i}@quick{i % 2}.example"));

        await _worker.StartAsync(CancellationToken.None);

        foreach (var other in others) await SentAsync(other);
        Assert.Equal(MailState.Sending, (await _kit.RowAsync(first)).State);
        var behind = await _kit.RowAsync(second);
        Assert.Equal((MailState.Waiting, 0), (behind.State, behind.Attempts));
        _tarpit.SetResult(ScriptedTransport.Accepted);
        await SentAsync(first);
        await SentAsync(second);
    }

    [Fact]
    public async Task As_many_slow_recipients_as_there_are_senders_hold_up_nobody_for_long()
    {
        for (var i = 0; i < 5; i++) await PutAsync($"anna@slow{i}.example");
        await _worker.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(_transport.Messages.Count == 3));
        var other = await PutAsync("bernd@quick.example");
        _signal.Ring();

        // The heartbeat of those that take long gives their places to others.
        await Eventually.TrueAsync(async () =>
        {
            _kit.Clock.Advance(TimeSpan.FromSeconds(5));
            return (await _kit.RowAsync(other)).State == MailState.Sent;
        });
        _tarpit.SetResult(ScriptedTransport.Accepted);
    }

    [Fact]
    public async Task Slow_names_below_one_registered_domain_hold_one_sender()
    {
        for (var i = 0; i < 20; i++) await PutAsync($"anna@slow{i}.tarpit.{(i % 2 == 0 ? "example" : "co.uk")}");
        var other = await PutAsync("bernd@quick.example");

        await _worker.StartAsync(CancellationToken.None);

        await Eventually.TrueAsync(async () =>
        {
            _kit.Clock.Advance(TimeSpan.FromSeconds(5));
            return (await _kit.RowAsync(other)).State == MailState.Sent;
        });
        Assert.Equal(2, _transport.Messages.Count(message => message.To.Contains("tarpit", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("anna@mail.example.org", "example.org")]
    [InlineData("anna@example.org", "example.org")]
    [InlineData("anna@a.b.example.co.uk", "example.co.uk")]
    [InlineData("anna@x.web.de", "web.de")]
    [InlineData("anna@localhost", "localhost")]
    public void The_registered_domain_has_two_labels_or_three_below_a_division(string address, string domain) => Assert.Equal(domain, RecipientDomain.Of(address));

    [Fact]
    public async Task Retries_to_slow_recipients_never_hold_all_senders()
    {
        var slow = _transport.Answer;
        _transport.Answer = _ => Task.FromResult(new Delivery(DeliveryOutcome.Deferred, "451 later"));
        for (var i = 0; i < OutboxWorker.MostSenders; i++) await PutAsync($"anna@slow{i}.example");
        await _kit.Outbox.DeliverDueAsync(CancellationToken.None);
        _transport.Answer = slow;
        _kit.Clock.Advance(RetryLadder.After(1));
        await _worker.StartAsync(CancellationToken.None);
        for (var i = 0; i < 40; i++)
        {
            _kit.Clock.Advance(TimeSpan.FromSeconds(5));
            _signal.Ring();
            await Task.Delay(50);
        }
        Assert.Equal(OutboxWorker.MostSenders + DueMails.MostRetries, _transport.Messages.Count);

        await SentAsync(await PutAsync("bernd@quick.example"));
    }

    [Fact]
    public async Task Two_processes_do_not_send_to_one_domain_at_once_either()
    {
        await PutAsync("anna@one.example");
        await PutAsync("bernd@one.example");
        var other = await PutAsync("canan@two.example");
        var (here, there) = (_kit.NewClaims(), _kit.NewClaims());
        var sending = (await here.NextAsync())!;

        Assert.Equal(other.Id, (await there.NextAsync())!.Id);
        Assert.Null(await there.NextAsync());
        await here.FinishAsync(sending, ScriptedTransport.Accepted);

        Assert.Equal("bernd@one.example", (await there.NextAsync())!.ToAddress);
    }

    [Fact]
    public async Task Health_does_not_say_at_work_of_a_sender_that_stands_still()
    {
        await PutAsync("anna@slow.example");
        await _worker.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(_worker.LongestWait is not null));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);

        _kit.Clock.Advance(TimeSpan.FromMinutes(3));

        // Not 503: a recipient that is slow must not take the site away.
        var found = await CheckAsync();
        Assert.Equal(HealthStatus.Degraded, found.Status);
        Assert.Contains("Seit 3 Minuten steht eine E-Mail beim Mailserver", found.Description, StringComparison.Ordinal);
        _tarpit.SetResult(ScriptedTransport.Accepted);
        await Eventually.TrueAsync(async () => _worker.LongestWait is null && (await CheckAsync()).Status == HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_send_that_outlives_every_time_limit_is_no_work()
    {
        await PutAsync("anna@slow.example");
        using var alone = new OutboxWorker(_kit.Outbox, _signal, OutboxKit.Senders(1), _kit.Clock, _kit.Log.For<OutboxWorker>());
        var delivering = _kit.Outbox.DeliverDueAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(alone.LongestWait is not null));

        _kit.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.True(alone.StandsStill);
        Assert.True(alone.IsAtWork);
        _kit.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.False(alone.IsAtWork);

        _tarpit.SetResult(ScriptedTransport.Accepted);
        await delivering;
        Assert.True(alone.IsAtWork);
    }

    public async ValueTask DisposeAsync()
    {
        _tarpit.TrySetResult(ScriptedTransport.Accepted);
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _signal.Dispose();
        await _kit.DisposeAsync();
    }

    private Task<OutboxMail> PutAsync(string address) => _kit.PutAsync(Letter.ToAnna(address: address));

    private Task SentAsync(OutboxMail mail) => Eventually.TrueAsync(async () =>
    {
        _signal.Ring();
        return (await _kit.RowAsync(mail)).State == MailState.Sent;
    });

    private Task<HealthCheckResult> CheckAsync() => new MailWorkerCheck(_worker).CheckHealthAsync(new HealthCheckContext());
}
