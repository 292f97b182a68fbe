using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Netzwerk.Mail;

/// <summary>A due message as it was seen; the claim holds only if it still is so.</summary>
/// <param name="FreeAgain">Set when its address has had enough of its kind: then it may get the next one.</param>
internal sealed record DueMail(Guid Id, string Kind, MailState State, string AddressKey, int LeaseNumber, bool PossiblyDuplicate, DateTime? FreeAgain)
{
    /// <summary>How many due messages are looked up at once. They are claimed one by one.</summary>
    private const int Ahead = 64;

    public static DueMail Of(OutboxMail mail) => new(mail.Id, mail.Kind, mail.State, mail.AddressKey, mail.LeaseNumber, mail.PossiblyDuplicate, null);

    public static Expression<Func<OutboxMail, bool>> IsDue(DateTime now) => m =>
        ((m.State == MailState.Waiting || m.State == MailState.Unknown) && m.NextAttemptAt <= now) || (m.State == MailState.Sending && m.LeaseUntil < now);

    /// <param name="due">Of all <paramref name="mails"/>.</param>
    /// <param name="busy">Domains to which this process is sending; other processes count too.</param>
    /// <param name="limit">Of one kind to one address within a day.</param>
    public static async Task<IReadOnlyList<DueMail>> FindAsync(IQueryable<OutboxMail> due, IQueryable<OutboxMail> mails, IReadOnlyList<string> busy, int limit, DateTime now)
    {
        // One message at a time for each recipient domain, so that a slow one holds up nobody but itself.
        var elsewhere = await mails.Where(m => m.State == MailState.Sending && m.LeaseUntil >= now).Select(m => m.AddressKey).ToListAsync();
        foreach (var domain in elsewhere.Select(OutboxMail.DomainOf).Concat(busy).Distinct(StringComparer.Ordinal))
            due = due.Where(m => !m.AddressKey.EndsWith(domain));
        var found = await due
            .OrderBy(m => MailBudget.AskedFor.Contains(m.Kind) ? 1 : 0).ThenBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Select(m => new DueMail(m.Id, m.Kind, m.State, m.AddressKey, m.LeaseNumber, m.PossiblyDuplicate, null))
            .Take(Ahead).ToListAsync();
        // The second message that counts towards a limit is looked at again when the first one counts.
        List<DueMail> first =
            [.. found.DistinctBy(mail => MailBudget.IsLimited(mail.Kind) ? mail.AddressKey + mail.Kind : mail.Id.ToString(), StringComparer.Ordinal)];
        // What the office tells goes first, also what was left out of this look.
        if (first.FindAll(mail => !MailBudget.AskedFor.Contains(mail.Kind, StringComparer.Ordinal)) is { Count: > 0 } told) first = told;
        var free = await MailBudget.FreeAgainAsync(mails, first, limit, now);
        return first.ConvertAll(mail => free.TryGetValue(mail.Id, out var at) ? mail with { FreeAgain = at } : mail);
    }
}
