using System.Net;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer;

/// <summary>Addresses of the anniversary's rooms, and what tests of several rooms ask.</summary>
internal static class Rooms
{
    public const string Event = $"/verwaltung/veranstaltungen/{TestApp.Anniversary}";
    public const string Edit = Event + "/bearbeiten";
    public const string Mails = Event + "/e-mails";
    public const string Lists = Event + "/listen";
    public const string AttendeeSheet = Lists + "/teilnehmer";
    public const string ChildrenSheet = Lists + "/betreuung";
    public const string Csv = Event + "/teilnehmerliste.csv";
    public const string Xlsx = Event + "/teilnehmerliste.xlsx";

    public static async Task<Page> OpenAsync(TestApp app, Colleague colleague, string path) => await (await app.SignInAsync(colleague)).OpenAsync(path);

    public static async Task<HttpStatusCode> StatusAsync(TestApp app, Colleague colleague, string path) => (await OpenAsync(app, colleague, path)).Status;

    public static Task<List<AuditEntry>> AuditAsync(TestApp app, AuditAct act) =>
        app.DbAsync(db => db.Audit.AsNoTracking().Where(entry => entry.Act == act).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync());
}
