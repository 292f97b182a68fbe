using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Mail;

/// <summary>A due message as it was seen; the claim holds only if it still is so.</summary>
/// <param name="FreeAgain">Set when its address has had enough of its kind: then it may get the next one.</param>
internal sealed record DueMail(
    Guid Id, string Kind, MailState State, string AddressKey, int LeaseNumber, bool PossiblyDuplicate, int Attempts, DateOnly? Occasion, DateTime? FreeAgain)
{
    /// <summary>How many due messages are looked up at once. They are claimed one by one.</summary>
    private const int Ahead = 64;

    /// <summary>The daily limit waits longest; an hour more, because the clocks of two processes differ.</summary>
    private static readonly TimeSpan LongestWait = MailBudget.Day + TimeSpan.FromHours(1);

    /// <summary>A lease that ends later comes from a clock that was ahead.</summary>
    internal static readonly TimeSpan LongestLease = 2 * OutboxClaims.Lease;

    public static DueMail Of(OutboxMail mail) =>
        new(mail.Id, mail.Kind, mail.State, mail.AddressKey, mail.LeaseNumber, mail.PossiblyDuplicate, mail.Attempts, mail.Occasion, null);

    public bool IsLimited => MailBudget.IsLimited(Kind, Occasion);

    /// <summary>An earlier attempt did not end it: the next one may take long as well.</summary>
    public bool IsRetry => Attempts > 0;

    /// <summary>Includes what a clock that was ahead put off for longer than any retry or daily limit does.</summary>
    public static Expression<Func<OutboxMail, bool>> IsDue(DateTime now)
    {
        var (latest, lease) = (now + LongestWait, now + LongestLease);
        return m => ((m.State == MailState.Waiting || m.State == MailState.Unknown) && (m.NextAttemptAt <= now || m.NextAttemptAt > latest))
            || (m.State == MailState.Sending && (m.LeaseUntil < now || m.LeaseUntil > lease));
    }

    /// <param name="due">Of all <paramref name="mails"/>.</param>
    /// <param name="busy">Domains to which this process is sending; other processes count too.</param>
    /// <param name="retries">Are there senders left for what was tried before?</param>
    /// <param name="limit">Of one kind to one address within a day.</param>
    public static async Task<IReadOnlyList<DueMail>> FindAsync(
        IQueryable<OutboxMail> due, IQueryable<OutboxMail> mails, IReadOnlyList<string> busy, bool retries, int limit, DateTime now)
    {
        // One message at a time for each recipient domain, so that a slow one holds up nobody but itself.
        var lease = now + LongestLease;
        var elsewhere = await mails.Where(m => m.State == MailState.Sending && m.LeaseUntil >= now && m.LeaseUntil <= lease)
            .Select(m => m.AddressKey).ToListAsync();
        foreach (var domain in elsewhere.Select(RecipientDomain.Of).Concat(busy).Distinct(StringComparer.Ordinal))
        {
            var (itself, below) = ($"@{domain}", $".{domain}");
            due = due.Where(m => !m.AddressKey.EndsWith(itself) && !m.AddressKey.EndsWith(below));
        }
        if (!retries) due = due.Where(m => m.Attempts == 0);
        var found = await due
            .OrderBy(m => MailBudget.AskedFor.Contains(m.Kind) ? 1 : 0).ThenBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Select(m => new DueMail(m.Id, m.Kind, m.State, m.AddressKey, m.LeaseNumber, m.PossiblyDuplicate, m.Attempts, m.Occasion, null))
            .Take(Ahead).ToListAsync();
        // The second message that counts towards a limit is looked at again when the first one counts.
        List<DueMail> first =
            [.. found.DistinctBy(mail => mail.IsLimited ? mail.AddressKey + mail.Kind : mail.Id.ToString(), StringComparer.Ordinal)];
        // What the office tells goes first, also what was left out of this look.
        if (first.FindAll(mail => !MailBudget.AskedFor.Contains(mail.Kind, StringComparer.Ordinal)) is { Count: > 0 } told) first = told;
        var free = await MailBudget.FreeAgainAsync(mails, first, limit, now);
        return first.ConvertAll(mail => free.TryGetValue(mail.Id, out var at) ? mail with { FreeAgain = at } : mail);
    }
}
