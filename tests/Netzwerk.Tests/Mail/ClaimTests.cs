using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

public sealed class ClaimTests
{
    /// <summary>Earlier versions kept a tenth of a microsecond, which no parameter of today's has.</summary>
    [Fact]
    [Trait("Engine", "Sqlite")]
    public async Task A_moment_with_more_digits_than_today_s_is_due_too()
    {
        await using var kit = new OutboxKit();
        var mail = await kit.PutAsync();
        await kit.DatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE OutboxMails SET NextAttemptAt = '2026-11-20 07:00:00.1234567'"));

        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(mail)).State);
    }

    [Fact]
    public async Task A_claimed_message_is_sent_and_says_when_by_the_event_clock()
    {
        await using var kit = new OutboxKit();
        var mail = await kit.PutAsync();

        var row = await kit.DeliverAsync(mail);

        Assert.Equal(MailState.Sent, row.State);
        Assert.Equal(kit.EventClock.GetUtcNow().UtcDateTime, row.SentAt);
        Assert.Equal(kit.Clock.GetUtcNow().UtcDateTime, row.LastAttemptAt);
        Assert.Equal("250 OK", row.LastAnswer);
        Assert.Null(row.LeaseUntil);
        Assert.False(row.PossiblyDuplicate);
        Assert.Equal(0, await kit.Outbox.DeliverDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Four_workers_at_once_send_each_of_fifty_messages_exactly_once()
    {
        await using var kit = new OutboxKit();
        for (var i = 0; i < 50; i++)
            await kit.PutAsync(Letter.ToAnna(address: $"person{i}@example{i % 7}.org"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => kit.NewOutbox().DeliverDueAsync(CancellationToken.None))));

        var messages = ((ScriptedTransport)kit.Transport).Messages;
        Assert.Equal(50, messages.Count);
        Assert.Equal(50, messages.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_registration_cannot_have_two_confirmations()
    {
        await using var kit = new OutboxKit();
        var first = await kit.PutAsync();
        var second = Copy(first, MailKind.Confirmation);

        await Assert.ThrowsAsync<DbUpdateException>(() => kit.PutAsync(second));
        await kit.PutAsync(Copy(first, MailKind.Cancelled));
    }

    [Fact]
    public async Task A_worker_that_died_leaves_its_message_to_the_next_which_marks_it()
    {
        await using var kit = new OutboxKit();
        var mail = await kit.PutAsync();
        Assert.NotNull(await kit.NewClaims().NextAsync());

        Assert.Null(await kit.Claims.NextAsync());
        kit.Clock.Advance(OutboxClaims.Lease + TimeSpan.FromSeconds(1));
        var row = await kit.DeliverAsync(mail);

        Assert.Equal(MailState.Sent, row.State);
        Assert.Equal(2, row.Attempts);
        Assert.True(row.PossiblyDuplicate);
        Assert.Equal(mail.MessageId, Assert.Single(((ScriptedTransport)kit.Transport).Messages).MessageId);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_does_not_store_its_result()
    {
        await using var kit = new OutboxKit();
        var mail = await kit.PutAsync();
        var slow = (await kit.NewClaims().NextAsync())!;
        kit.Clock.Advance(OutboxClaims.Lease + TimeSpan.FromSeconds(1));
        var quick = (await kit.Claims.NextAsync())!;

        Assert.False(await kit.Claims.FinishAsync(slow, new(DeliveryOutcome.Refused, "550 too late")));
        Assert.Equal(MailState.Sending, (await kit.RowAsync(mail)).State);
        Assert.True(await kit.Claims.FinishAsync(quick, ScriptedTransport.Accepted));
        Assert.False(await kit.Claims.FinishAsync(slow, new(DeliveryOutcome.Refused, "550 too late")));

        Assert.Equal(MailState.Sent, (await kit.RowAsync(mail)).State);
    }

    [Fact]
    public async Task Without_the_fence_the_late_result_would_overwrite_the_right_one()
    {
        await using var kit = new OutboxKit();
        var mail = await kit.PutAsync();
        await kit.DeliverAsync(mail);

        await kit.DatabaseAsync(db => db.Set<OutboxMail>().Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Refused)));

        Assert.Equal(MailState.Refused, (await kit.RowAsync(mail)).State);
    }

    [Fact]
    public async Task A_slow_send_keeps_its_claim_by_heartbeat()
    {
        var transport = new ScriptedTransport();
        await using var kit = new OutboxKit(transport);
        var answer = new TaskCompletionSource<Delivery>();
        transport.Answer = _ => answer.Task;
        var mail = await kit.PutAsync();
        var delivering = Task.Run(() => kit.Outbox.DeliverDueAsync(CancellationToken.None));
        await Eventually.TrueAsync(async () => !transport.Messages.IsEmpty && (await kit.RowAsync(mail)).State == MailState.Sending);

        for (var beat = 0; beat < 8; beat++)
        {
            kit.Clock.Advance(OutboxClaims.Heartbeat);
            var until = kit.Clock.GetUtcNow().UtcDateTime + OutboxClaims.Lease;
            await Eventually.TrueAsync(async () => (await kit.RowAsync(mail)).LeaseUntil == until);
            Assert.Null(await kit.NewClaims().NextAsync());
        }

        // A beat is no sign of work: nothing came to its end.
        Assert.Null(kit.Outbox.LastTurnAt);
        Assert.Equal(kit.Clock.GetUtcNow().UtcDateTime - (8 * OutboxClaims.Heartbeat), kit.Outbox.OldestSendSince);
        answer.SetResult(ScriptedTransport.Accepted);
        await delivering;
        var row = await kit.RowAsync(mail);
        Assert.Equal((MailState.Sent, 1, false), (row.State, row.Attempts, row.PossiblyDuplicate));
    }

    [Fact]
    public async Task A_result_that_could_never_be_stored_lets_go_of_its_message()
    {
        var transport = new ScriptedTransport();
        await using var kit = new OutboxKit(transport);
        var database = new Sometimes(kit.Scopes);
        transport.Answer = _ =>
        {
            database.IsGone = true;
            return Task.FromResult(ScriptedTransport.Accepted);
        };
        var mail = await kit.PutAsync();
        var delivering = Task.Run(() => kit.NewOutbox(kit.NewClaims(database)).DeliverDueAsync(CancellationToken.None));
        await Eventually.TrueAsync(() =>
        {
            kit.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(delivering.IsCompleted);
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => delivering);

        database.IsGone = false;
        for (var beat = 0; beat < 4; beat++)
        {
            kit.Clock.Advance(OutboxClaims.Heartbeat);
            await Task.Delay(50);
        }

        var claimed = await kit.Claims.NextAsync();
        Assert.Equal((mail.Id, 2, true), (claimed!.Id, claimed.Attempts, claimed.PossiblyDuplicate));
    }

    private sealed class Sometimes(IServiceScopeFactory real) : IServiceScopeFactory
    {
        public volatile bool IsGone;

        public IServiceScope CreateScope() => IsGone ? throw new InvalidOperationException("disk full") : real.CreateScope();
    }

    [Fact]
    public async Task Every_write_waits_for_its_turn_and_gives_it_back()
    {
        await using var kit = new OutboxKit();
        using var line = new SemaphoreSlim(0);
        var taken = 0;
        var claims = kit.NewClaims(writeTurn: async cancel =>
        {
            await line.WaitAsync(cancel);
            taken++;
            return new Leaving(line);
        });
        var mail = await kit.PutAsync();
        var delivering = Task.Run(() => kit.NewOutbox(claims).DeliverDueAsync(CancellationToken.None));

        await Task.Delay(100);
        Assert.Equal(MailState.Waiting, (await kit.RowAsync(mail)).State);
        line.Release();
        await delivering;

        Assert.Equal(MailState.Sent, (await kit.RowAsync(mail)).State);
        Assert.Equal((2, 1), (taken, line.CurrentCount));
    }

    private sealed class Leaving(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }

    private static OutboxMail Copy(OutboxMail mail, string kind) => new("netz.example", Letter.Written)
    {
        Kind = kind,
        RegistrationId = mail.RegistrationId,
        ToAddress = mail.ToAddress,
        ToName = mail.ToName,
        Subject = mail.Subject,
        TextBody = "",
        HtmlBody = "",
    };
}
