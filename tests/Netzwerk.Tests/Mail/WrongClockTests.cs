using Microsoft.EntityFrameworkCore;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

/// <summary>What a clock that was ahead wrote must not outlive its correction.</summary>
public sealed class WrongClockTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(200);

    [Fact]
    public async Task A_mail_that_failed_while_the_clock_was_ahead_is_due_once_it_is_right()
    {
        var transport = new ScriptedTransport();
        transport.AlwaysAnswer(DeliveryOutcome.Deferred);
        await using var kit = new OutboxKit(transport);
        var right = kit.Clock.GetUtcNow();
        kit.Clock.AdjustTime(right + Ahead);
        var mail = await kit.PutAsync();
        await kit.DeliverAsync(mail);

        kit.Clock.AdjustTime(right);
        transport.AlwaysAnswer(DeliveryOutcome.Accepted);
        var row = await kit.DeliverAsync(mail);

        Assert.Equal((MailState.Sent, right.UtcDateTime), (row.State, row.FirstAttemptAt));
    }

    [Fact]
    public async Task A_mail_claimed_while_the_clock_was_ahead_does_not_block_its_domain()
    {
        await using var kit = new OutboxKit();
        var right = kit.Clock.GetUtcNow();
        kit.Clock.AdjustTime(right + Ahead);
        var claimed = await kit.PutAsync();
        Assert.NotNull(await kit.NewClaims().NextAsync());

        kit.Clock.AdjustTime(right);
        var other = await kit.PutAsync(Letter.ToAnna(address: "ben@example.org"));

        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(other)).State);
        Assert.Equal(MailState.Sent, (await kit.RowAsync(claimed)).State);
    }

    [Fact]
    public async Task A_mail_sent_while_the_clock_was_ahead_does_not_count_towards_the_limit()
    {
        await using var kit = new OutboxKit();
        kit.Limits.MailsPerRecipientAndDay = 1;
        var right = kit.Clock.GetUtcNow();
        kit.Clock.AdjustTime(right + Ahead);
        await kit.DeliverAsync(await kit.PutAsync());

        kit.Clock.AdjustTime(right);

        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(await kit.PutAsync())).State);
    }

    [Fact]
    public async Task A_mail_written_while_the_clock_was_ahead_counts_as_stuck()
    {
        await using var kit = new OutboxKit();
        await kit.PutAsync();

        Assert.Equal(1, await kit.DatabaseAsync(db => Backlog.Stuck(db, Letter.Written - Ahead).CountAsync()));
        Assert.Equal(0, await kit.DatabaseAsync(db => Backlog.Stuck(db, Letter.Written).CountAsync()));
    }
}
