using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Events;

/// <summary>Many registrations of the anniversary, stored at once and without their confirmations.</summary>
internal static class Families
{
    /// <returns>Their ids, in the order in which they are told.</returns>
    public static async Task<List<Guid>> AddAsync(TestApp app, int count)
    {
        var ev = await app.EventAsync();
        // So that their order is known: ids made in the same millisecond have none.
        var begin = TimeProvider.System.GetUtcNow().AddDays(-1);
        var ids = Enumerable.Range(0, count).Select(number => Guid.CreateVersion7(begin.AddMilliseconds(number))).ToList();
        foreach (var some in ids.Index().Chunk(500))
        {
            await app.DbAsync(db =>
            {
                db.AddRange(some.Select(one => new Registration
                {
                    Id = one.Item,
                    EventId = ev.Id,
                    Reference = $"NX-{one.Index:D6}",
                    GivenName = "Gast",
                    FamilyName = $"Nummer {one.Index}",
                    Email = $"gast{one.Index}@example.org",
                    ArrivedAt = app.Clock.GetUtcNow().UtcDateTime,
                }));
                return db.SaveChangesAsync();
            });
        }
        await app.ChangeEventAsync(changed => changed.Take(new Party(count, 0)));
        return ids;
    }

    /// <summary>Without those that were withdrawn.</summary>
    public static Task<List<OutboxMail>> MailsAsync(TestApp app, string kind) => app.DbAsync(db => db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.Kind == kind && mail.State != MailState.Withdrawn).ToListAsync());

    public static async Task AssertOneEachAsync(TestApp app, string kind, int families)
    {
        var mails = await MailsAsync(app, kind);
        Assert.Equal((families, families), (mails.Count, mails.Select(mail => mail.RegistrationId).Distinct().Count()));
    }
}
