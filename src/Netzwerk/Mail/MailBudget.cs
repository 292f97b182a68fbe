using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Mail;

/// <summary>
/// How many messages of one kind an address gets within 24 hours. Only kinds that a stranger can cause are limited, each by itself, so that
/// no kind uses up another's; what the office must tell (cancelled, changed, reminder) waits for none of them.
/// </summary>
public static class MailBudget
{
    /// <summary>What people read about a message that waits for its address.</summary>
    public const string Delay = "Tageslimit für diese Adresse";

    internal static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Answers to what somebody typed, perhaps again and again: all else goes before them.</summary>
    internal static readonly string[] AskedFor = [MailKind.Repeated, MailKind.Link, MailKind.Password];

    private static readonly string[] Limited = [MailKind.Confirmation, .. AskedFor];

    /// <param name="occasion">Only a confirmation that waits for no limit has one; what was asked for never has.</param>
    public static bool IsLimited(string kind, DateOnly? occasion) => occasion is null && Limited.Contains(kind, StringComparer.Ordinal);

    /// <summary>When may those whose address had enough go? By id; who is not in it may go now.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, DateTime>> FreeAgainAsync(
        IQueryable<OutboxMail> mails, IReadOnlyCollection<DueMail> some, int limit, DateTime now)
    {
        string[] addresses = [.. some.Where(mail => mail.IsLimited).Select(mail => mail.AddressKey).Distinct(StringComparer.Ordinal)];
        if (addresses.Length == 0) return new Dictionary<Guid, DateTime>();
        // A claim made since this look began counts; one that a clock ahead of time dated does not.
        var (since, latest) = (now - Day, now + DueMail.LongestLease);
        var counted = await mails.Where(m => addresses.Contains(m.AddressKey) && m.LastAttemptAt > since && m.LastAttemptAt <= latest
                && Limited.Contains(m.Kind) && (m.State == MailState.Sent || m.State == MailState.Unknown || m.State == MailState.Sending))
            .Select(m => new { m.Id, m.AddressKey, m.Kind, At = m.LastAttemptAt!.Value }).ToListAsync();
        var byAddress = counted.ToLookup(m => (m.AddressKey, m.Kind));
        var free = new Dictionary<Guid, DateTime>();
        foreach (var mail in some.Where(mail => mail.IsLimited))
        {
            // Its own earlier attempt does not keep it from the next one.
            var others = byAddress[(mail.AddressKey, mail.Kind)].Where(other => other.Id != mail.Id).Select(other => other.At).OrderDescending().ToList();
            // When the address had as many within a day as it may have, this was the moment of the oldest of them.
            if (others.Count >= limit) free[mail.Id] = others[limit - 1] + Day;
        }
        return free;
    }

    /// <summary>All that wait for the same reason at once: a hundred of them must not be looked at one by one while others wait.</summary>
    internal static Task<int> DelayAsync(IQueryable<OutboxMail> due, DateTime until) =>
        due.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.PossiblyDuplicate, m => m.PossiblyDuplicate || m.State != MailState.Waiting)
            .SetProperty(m => m.State, m => m.State == MailState.Sending ? MailState.Unknown : m.State)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null)
            .SetProperty(m => m.NextAttemptAt, until)
            .SetProperty(m => m.Delay, Delay));
}
