using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>An event with everything that an address can name in it: a family with its mail and personal link, a question, a colleague.</summary>
internal sealed record EventContents(string Slug, Guid EventId, Guid RegistrationId, Guid MailId, Guid QuestionId, Guid AccountId, Guid RoleId, string Token)
{
    /// <summary>Words of the canary's family, which stand nowhere else.</summary>
    public static readonly IReadOnlyList<string> FamilyWords = ["Zwitscherine", "Gelbfeder", "kanarien.vogel", "4443322", "Piepmatz"];

    public const string CanaryTitle = "Kanarienfest";

    private static readonly Parent Canary = new("Zwitscherine", "Gelbfeder", "kanarien.vogel@nest.example", "0171 4443322");

    /// <summary>What the address names: the anniversary.</summary>
    public static Task<EventContents> OwnAsync(TestApp app) => FillAsync(app, TestApp.Anniversary, Cast.Anna, "Mia");

    /// <summary>What it must not reach: another event, in words that stand nowhere else.</summary>
    public static async Task<EventContents> CanaryAsync(TestApp app)
    {
        var ev = Events.Anniversary("kanarienfest-2022");
        (ev.Title, ev.ShortTitle, ev.Seats, ev.ChildcareSeats) = (CanaryTitle, CanaryTitle, 50, 10);
        await app.DbAsync(async db =>
        {
            db.Add(ev);
            return await db.SaveChangesAsync();
        });
        return await FillAsync(app, ev.Slug, Canary, "Piepmatz");
    }

    /// <summary>The id that an address of this pattern names.</summary>
    public Guid IdFor(string pattern) => pattern switch
    {
        _ when pattern.Contains("/e-mails/", StringComparison.Ordinal) => MailId,
        _ when pattern.Contains("/fragen/", StringComparison.Ordinal) => QuestionId,
        _ when pattern.Contains("/konten/", StringComparison.Ordinal) => AccountId,
        _ => RegistrationId,
    };

    /// <summary>A value for a parameter of this name.</summary>
    public string ValueFor(string name, string pattern) => name.Split('.', '[')[^1].ToUpperInvariant() switch
    {
        "ID" => IdFor(pattern).ToString(),
        "ROLE" => RoleId.ToString(),
        "KONTO" => AccountId.ToString(),
        "KEY" => RegistrationId.ToString(),
        "TOKEN" => Token,
        _ => Slug,
    };

    /// <summary>All that is stored of the event, its families, their mails and what the protocol says of them: a look at them is in it too.</summary>
    public Task<string> FingerprintAsync(TestApp app) => app.DbAsync(async db =>
    {
        var rows = new List<object>();
        rows.AddRange(await db.Events.AsNoTracking().Where(ev => ev.Id == EventId).ToListAsync());
        rows.AddRange(await db.Registrations.AsNoTracking().Where(r => r.EventId == EventId || r.Id == RegistrationId).OrderBy(r => r.Id).ToListAsync());
        rows.AddRange(await db.RepeatedSignUps.AsNoTracking().Where(again => again.RegistrationId == RegistrationId).OrderBy(again => again.Id).ToListAsync());
        rows.AddRange(await db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.EventId == EventId || mail.RegistrationId == RegistrationId || mail.AccountId == AccountId)
            .OrderBy(mail => mail.Id).ToListAsync());
        rows.AddRange(await db.Audit.AsNoTracking().Where(entry => entry.EventId == EventId || entry.RegistrationId == RegistrationId || entry.AccountId == AccountId)
            .OrderBy(entry => entry.Id).ToListAsync());
        rows.AddRange(await db.RoleAssignments.AsNoTracking().Where(assignment => assignment.AccountId == AccountId).OrderBy(assignment => assignment.Id).ToListAsync());
        rows.AddRange(await db.Users.AsNoTracking().Where(account => account.Id == AccountId)
            .Select(account => new { account.Email, account.SecurityStamp, account.PasswordHash, account.DisplayName }).ToListAsync());
        return string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row, row.GetType())));
    });

    private static async Task<EventContents> FillAsync(TestApp app, string slug, Parent family, string child)
    {
        var question = new ExtraQuestion(Guid.CreateVersion7(), "Brauchen Sie einen Sitzplatz?", QuestionKind.ShortText, IsRequired: false, []);
        var registration = await app.RegisterAtAsync(slug, family, 1, new ChildInCare(child, 4, true));
        await app.ChangeEventAsync(ev => ev.Ask(question), slug);
        var ev = await app.EventAsync(slug);
        var account = await app.AccountAsync(Cast.Staff with { Email = $"kollege@{slug}.test" }, ev.Id);
        var mail = await app.DbAsync(db => db.Set<OutboxMail>().Where(mail => mail.RegistrationId == registration.Id).Select(mail => mail.Id).SingleAsync());
        var role = await app.DbAsync(db => db.RoleAssignments.Where(assignment => assignment.AccountId == account).Select(assignment => assignment.Id).SingleAsync());
        var token = app.Services.GetRequiredService<PersonalLinks>().Token(registration.Id, registration.LinkGeneration);
        return new EventContents(slug, ev.Id, registration.Id, mail, question.Id, account, role, token);
    }
}
