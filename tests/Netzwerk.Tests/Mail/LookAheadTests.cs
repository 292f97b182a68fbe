using Netzwerk.Mail;
using Netzwerk.Tests.Mail.Kit;

namespace Netzwerk.Tests.Mail;

/// <summary>Messages are looked up before they are claimed, and much may happen in between.</summary>
public sealed class LookAheadTests
{
    [Fact]
    public async Task What_staff_sent_again_meanwhile_begins_anew()
    {
        var transport = new ScriptedTransport();
        transport.AlwaysAnswer(DeliveryOutcome.Deferred);
        await using var kit = new OutboxKit(transport);
        var old = await kit.PutAsync();
        for (var row = await kit.DeliverAsync(old); row.NextAttemptAt - row.FirstAttemptAt < RetryLadder.AtLeast; row = await kit.DeliverNextAsync(old)) Assert.Equal(MailState.Waiting, row.State);
        kit.Clock.Advance((await kit.RowAsync(old)).NextAttemptAt - kit.Clock.GetUtcNow().UtcDateTime);
        var first = await kit.PutAsync(Letter.ToAnna(address: "bernd@example.net"));
        Assert.Equal(first.Id, (await kit.Claims.NextAsync())!.Id);

        Assert.True(await kit.SendAgainAsync(old));
        var claimed = (await kit.Claims.NextAsync())!;

        Assert.Equal((old.Id, 1, kit.Clock.GetUtcNow().UtcDateTime), (claimed.Id, claimed.Attempts, claimed.FirstAttemptAt));
        Assert.True(await kit.Claims.FinishAsync(claimed, new(DeliveryOutcome.Deferred, "451 later")));
        Assert.Equal(MailState.Waiting, (await kit.RowAsync(old)).State);
    }
}
