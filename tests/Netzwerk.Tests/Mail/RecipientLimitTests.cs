using Microsoft.EntityFrameworkCore;
using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

public sealed class RecipientLimitTests
{
    [Fact]
    public async Task More_than_the_daily_limit_waits_visibly_and_goes_out_a_day_later()
    {
        await using var kit = new OutboxKit();
        kit.Limits.MailsPerRecipientAndDay = 3;
        for (var i = 0; i < 3; i++)
        {
            await kit.PutAsync();
            await kit.Outbox.DeliverDueAsync(CancellationToken.None);
            kit.Clock.Advance(TimeSpan.FromHours(1));
        }

        var extra = await kit.PutAsync(Letter.ToAnna(address: "ANNA.Canary@Example.ORG "));
        var row = await kit.DeliverAsync(extra);

        Assert.Equal((MailState.Waiting, 0, "Tageslimit für diese Adresse"), (row.State, row.Attempts, row.Delay));
        Assert.Equal(kit.Clock.GetUtcNow().UtcDateTime.AddHours(21), row.NextAttemptAt);

        kit.Clock.Advance(TimeSpan.FromHours(21));
        row = await kit.DeliverAsync(extra);
        Assert.Equal((MailState.Sent, null), (row.State, row.Delay));
    }

    [Fact]
    public async Task The_limit_of_one_address_does_not_hold_up_another()
    {
        await using var kit = new OutboxKit();
        kit.Limits.MailsPerRecipientAndDay = 1;
        var first = await kit.PutAsync();
        var second = await kit.PutAsync();
        var other = await kit.PutAsync(Letter.ToAnna(address: "ben@example.org"));

        Assert.Equal(2, await kit.Outbox.DeliverDueAsync(CancellationToken.None));

        Assert.Equal(MailState.Sent, (await kit.RowAsync(first)).State);
        Assert.Equal(MailState.Waiting, (await kit.RowAsync(second)).State);
        Assert.Equal(MailState.Sent, (await kit.RowAsync(other)).State);
    }

    [Fact]
    public async Task A_hundred_over_the_limit_are_put_off_at_once_and_do_not_hold_up_others()
    {
        await using var kit = new OutboxKit();
        kit.Limits.MailsPerRecipientAndDay = 1;
        for (var i = 0; i < 101; i++) await kit.PutAsync();
        var other = await kit.PutAsync(Letter.ToAnna(address: "ben@example.com"));

        Assert.Equal(2, await kit.Outbox.DeliverDueAsync(CancellationToken.None));

        Assert.Equal(MailState.Sent, (await kit.RowAsync(other)).State);
        Assert.Equal(100, await kit.DatabaseAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Delay != null && mail.NextAttemptAt > kit.Clock.GetUtcNow().UtcDateTime)));
    }

    [Fact]
    public async Task Each_kind_uses_up_only_its_own_limit_and_what_the_office_tells_has_none()
    {
        await using var kit = new OutboxKit();
        kit.Limits.MailsPerRecipientAndDay = 3;
        for (var i = 0; i < 60; i++) await kit.PutAsync(Letter.ToAnna(kind: MailKind.Repeated));
        string[] told = [MailKind.Confirmation, MailKind.Cancelled, MailKind.EventChanged, MailKind.EventCancelled, MailKind.Reminder];
        var office = new List<OutboxMail>();
        foreach (var kind in told) for (var i = 0; i < 3; i++) office.Add(await kit.PutAsync(Letter.ToAnna(kind: kind)));
        for (var i = 0; i < 3; i++) office.Add(await kit.PutAsync(Letter.ToAnna(kind: MailKind.EventCancelled)));

        Assert.Equal(office.Count + 3, await kit.Outbox.DeliverDueAsync(CancellationToken.None));

        foreach (var mail in office) Assert.Equal(MailState.Sent, (await kit.RowAsync(mail)).State);
        // And before the others, although those were written first.
        Assert.Equal(office.Select(mail => mail.MessageId).ToHashSet(), ((ScriptedTransport)kit.Transport).Messages.Select(message => message.MessageId!).Take(office.Count).ToHashSet());
    }

    [Fact]
    public async Task An_unknown_outcome_does_not_keep_its_own_message_from_the_next_attempt()
    {
        var transport = new ScriptedTransport();
        await using var kit = new OutboxKit(transport);
        kit.Limits.MailsPerRecipientAndDay = 1;
        transport.AlwaysAnswer(DeliveryOutcome.Unknown);
        var mail = await kit.PutAsync();
        await kit.DeliverAsync(mail);
        transport.AlwaysAnswer(DeliveryOutcome.Accepted);

        Assert.Equal(MailState.Sent, (await kit.DeliverNextAsync(mail)).State);
    }

    [Fact]
    public async Task A_message_that_never_left_does_not_count()
    {
        var transport = new ScriptedTransport();
        await using var kit = new OutboxKit(transport);
        kit.Limits.MailsPerRecipientAndDay = 1;
        transport.AlwaysAnswer(DeliveryOutcome.Deferred);
        await kit.DeliverAsync(await kit.PutAsync());
        transport.AlwaysAnswer(DeliveryOutcome.Accepted);

        Assert.Equal(MailState.Sent, (await kit.DeliverAsync(await kit.PutAsync())).State);
    }
}
