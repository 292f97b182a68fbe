using System.Collections.Concurrent;
using MimeKit;
using Netzwerk.Mail;

namespace Netzwerk.Tests.Mail.Kit;

/// <summary>A server that answers what the test says; without a word from it, it accepts.</summary>
internal sealed class ScriptedTransport : IMailTransport
{
    public static readonly Delivery Accepted = new(DeliveryOutcome.Accepted, "250 OK");

    public ConcurrentQueue<(string? MessageId, string To)> Messages { get; } = new();

    public Func<MimeMessage, Task<Delivery>> Answer { get; set; } = _ => Task.FromResult(Accepted);

    public void AlwaysAnswer(DeliveryOutcome outcome) => Answer = _ => Task.FromResult(new Delivery(outcome, $"answer {outcome}"));

    public Task<Delivery> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        Messages.Enqueue((message.MessageId, message.To.Mailboxes.Single().Address));
        return Answer(message);
    }
}
