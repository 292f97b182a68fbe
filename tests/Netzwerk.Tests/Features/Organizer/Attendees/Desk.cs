using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

/// <summary>What these tests ask for again and again.</summary>
internal static class Desk
{
    public const string Path = $"/verwaltung/veranstaltungen/{TestApp.Anniversary}/anmeldungen";
    public const string ByHandPath = Path + "/neu";

    /// <summary>First instant after the deadline of 4 November.</summary>
    public static readonly DateTimeOffset PastDeadline = new(2022, 11, 5, 0, 0, 0, TimeSpan.FromHours(1));

    public static readonly DateTimeOffset Started = new(2022, 11, 11, 15, 0, 0, TimeSpan.FromHours(1));

    public static string PathOf(Registration registration) => $"{Path}/{registration.Id}";

    public static IReadOnlyList<string> Names(this Page list) => [.. list.Document.QuerySelectorAll(".nw-name a").Select(Page.Words)];

    public static Task<List<AuditEntry>> AuditOfAsync(this TestApp app, Guid registrationId) =>
        app.DbAsync(db => db.Audit.AsNoTracking().Where(entry => entry.RegistrationId == registrationId).OrderBy(entry => entry.Id).ToListAsync());

    public static Task<int> MailsOfKindAsync(this TestApp app, string kind) => app.DbAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.Kind == kind));

    /// <summary>Takes somebody in through the real form.</summary>
    public static async Task<Page> TakeInAsync(this HttpClient colleague, Parent parent, bool knowingly = false)
    {
        var values = Answers.Of(parent);
        if (knowingly) values["Trotz geschlossener Anmeldung aufnehmen"] = Forms.Ticked;
        return await Forms.SubmitAsync(await colleague.OpenAsync(ByHandPath), values, "Aufnehmen");
    }
}
