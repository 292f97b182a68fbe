using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

public sealed class RetryTests
{
    [Theory]
    [InlineData(DeliveryOutcome.Deferred, MailState.Waiting)]
    [InlineData(DeliveryOutcome.Unknown, MailState.Unknown)]
    public async Task Attempts_grow_apart_and_end_visibly_after_72_hours(DeliveryOutcome outcome, MailState between)
    {
        var transport = new ScriptedTransport();
        transport.AlwaysAnswer(outcome);
        await using var kit = new OutboxKit(transport);
        var mail = await kit.PutAsync();
        var start = kit.Clock.GetUtcNow().UtcDateTime;
        var distances = new List<TimeSpan>();

        var row = await kit.DeliverAsync(mail);
        while (row.State == between)
        {
            distances.Add(row.NextAttemptAt - kit.Clock.GetUtcNow().UtcDateTime);
            row = await kit.DeliverNextAsync(mail);
        }

        Assert.Equal(MailState.Failed, row.State);
        Assert.Equal($"answer {outcome}", row.LastAnswer);
        Assert.InRange(row.LastAttemptAt!.Value - start, TimeSpan.FromHours(72), TimeSpan.FromHours(96));
        Assert.Equal(TimeSpan.FromMinutes(1), distances[0]);
        Assert.Equal(distances.Order(), distances);
        Assert.Equal(14, row.Attempts);
    }

    [Fact]
    public async Task Nothing_is_tried_before_its_time()
    {
        var transport = new ScriptedTransport();
        transport.AlwaysAnswer(DeliveryOutcome.Deferred);
        await using var kit = new OutboxKit(transport);
        var mail = await kit.PutAsync();
        await kit.DeliverAsync(mail);

        kit.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, (await kit.DeliverAsync(mail)).Attempts);
        kit.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await kit.DeliverAsync(mail)).Attempts);
    }

    [Fact]
    public async Task A_process_that_dies_again_and_again_does_not_use_up_the_72_hours()
    {
        await using var kit = new OutboxKit();
        var mail = await kit.PutAsync();
        for (var crash = 0; crash < 30; crash++)
        {
            Assert.NotNull(await kit.NewClaims().NextAsync());
            kit.Clock.Advance(OutboxClaims.Lease + TimeSpan.FromSeconds(1));
        }

        ((ScriptedTransport)kit.Transport).AlwaysAnswer(DeliveryOutcome.Deferred);
        Assert.Equal(MailState.Waiting, (await kit.DeliverAsync(mail)).State);
    }

    [Fact]
    public async Task An_unknown_outcome_is_sent_again_under_the_same_id_and_marked()
    {
        var transport = new ScriptedTransport();
        transport.AlwaysAnswer(DeliveryOutcome.Unknown);
        await using var kit = new OutboxKit(transport);
        var mail = await kit.PutAsync();

        Assert.Equal(MailState.Unknown, (await kit.DeliverAsync(mail)).State);
        transport.AlwaysAnswer(DeliveryOutcome.Accepted);
        var row = await kit.DeliverNextAsync(mail);

        Assert.Equal((MailState.Sent, true), (row.State, row.PossiblyDuplicate));
        Assert.Equal([mail.MessageId, mail.MessageId], transport.Messages.Select(m => m.MessageId));
    }

    [Fact]
    public async Task A_transport_that_throws_counts_as_unknown_and_the_next_message_still_goes_out()
    {
        var transport = new ScriptedTransport();
        await using var kit = new OutboxKit(transport);
        var first = await kit.PutAsync();
        var second = await kit.PutAsync();
        transport.Answer = message => message.MessageId == first.MessageId
            ? throw new InvalidOperationException("about anna.canary@example.org")
            : Task.FromResult(ScriptedTransport.Accepted);

        Assert.Equal(2, await kit.Outbox.DeliverDueAsync(CancellationToken.None));

        Assert.Equal(MailState.Unknown, (await kit.RowAsync(first)).State);
        Assert.Equal(MailState.Sent, (await kit.RowAsync(second)).State);
        Assert.NotEmpty(kit.Log.Lines);
        Assert.DoesNotContain(kit.Log.Lines, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_can_send_a_refused_message_again_and_not_a_sent_one()
    {
        var transport = new ScriptedTransport();
        transport.AlwaysAnswer(DeliveryOutcome.Refused);
        await using var kit = new OutboxKit(transport);
        var mail = await kit.PutAsync();
        Assert.Equal(MailState.Refused, (await kit.DeliverAsync(mail)).State);

        Assert.True(await kit.SendAgainAsync(mail));
        transport.AlwaysAnswer(DeliveryOutcome.Accepted);
        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(mail)).State);
        Assert.False(await kit.SendAgainAsync(mail));
    }
}
