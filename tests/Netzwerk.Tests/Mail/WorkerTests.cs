using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

public sealed class WorkerTests
{
    [Fact]
    public async Task Stopping_finishes_the_message_in_hand_and_begins_no_other()
    {
        var transport = new ScriptedTransport();
        await using var kit = new OutboxKit(transport);
        var answer = new TaskCompletionSource<Delivery>();
        transport.Answer = _ => answer.Task;
        var first = await kit.PutAsync();
        var second = await kit.PutAsync();
        using var signal = new OutboxSignal();
        using var worker = new OutboxWorker(kit.Outbox, signal, OutboxKit.Senders(3), TimeProvider.System, kit.Log.For<OutboxWorker>());
        await worker.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(!transport.Messages.IsEmpty));

        var stopping = worker.StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        answer.SetResult(ScriptedTransport.Accepted);
        await stopping;

        Assert.Equal(MailState.Sent, (await kit.RowAsync(first)).State);
        var untouched = await kit.RowAsync(second);
        Assert.Equal((MailState.Waiting, 0), (untouched.State, untouched.Attempts));
    }

    [Fact]
    public async Task A_ring_delivers_without_waiting_for_the_poll()
    {
        await using var kit = new OutboxKit();
        using var signal = new OutboxSignal();
        using var worker = new OutboxWorker(kit.Outbox, signal, OutboxKit.Senders(3), TimeProvider.System, kit.Log.For<OutboxWorker>());
        await worker.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(worker.LastTurnAt is not null));
        var started = TimeProvider.System.GetTimestamp();
        var mail = await kit.PutAsync();

        signal.Ring();

        await Eventually.TrueAsync(async () => (await kit.RowAsync(mail)).State == MailState.Sent);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(4));
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_turn_that_fails_stays_one_failed_turn()
    {
        await using var kit = new OutboxKit();
        var broken = new BreaksOnce(kit.Scopes);
        using var signal = new OutboxSignal();
        using var worker = new OutboxWorker(kit.NewOutbox(kit.NewClaims(broken)), signal, OutboxKit.Senders(3), TimeProvider.System, kit.Log.For<OutboxWorker>());
        var mail = await kit.PutAsync();
        await worker.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(!kit.Log.Lines.IsEmpty));

        signal.Ring();

        await Eventually.TrueAsync(async () => (await kit.RowAsync(mail)).State == MailState.Sent);
        await worker.StopAsync(CancellationToken.None);
    }

    private sealed class BreaksOnce(IServiceScopeFactory real) : IServiceScopeFactory
    {
        private int calls;

        public IServiceScope CreateScope() =>
            Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("database is locked") : real.CreateScope();
    }
}
