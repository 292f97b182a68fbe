using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Organizer.Privacy;
using Netzwerk.Mail;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Features.Organizer.Attendees;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>A family whose every word stands nowhere else walks through the whole site; then nothing of it may be left.</summary>
public sealed class CanaryTests
{
    private static readonly Parent Canary = new("Zwitscherine", "Gelbfeder", "kanarien.vogel@nest.example", "0171 4443322");

    private static readonly string[] Words = ["Zwitscherine", "zwitscherine", "Gelbfeder", "gelbfeder", "kanarien.vogel", "4443322", "Piepmatz", "Volieren", "Sitzstange"];

    [Theory]
    [InlineData("family")]
    [InlineData("organizer")]
    [InlineData("retention")]
    public async Task Nothing_of_an_erased_family_is_left_anywhere(string who)
    {
        await using var app = new TestApp();
        var link = await LiveAsync(app);
        Assert.All(Words, word => Assert.True(Traces.Of(app, word).Count > 0, $"{word} should be there before, else this test proves nothing"));
        Assert.All(Words, word => Assert.DoesNotContain(word, app.Log.All, StringComparison.Ordinal));
        Assert.All(app.Inbox.Mails.Where(mail => mail.To != Canary.Email), mail => Assert.All(Words, word => Assert.DoesNotContain(word, mail.Message.ToString(), StringComparison.Ordinal)));

        await EraseAsync(app, who, link);

        Assert.All(Words, word => Assert.Empty(Traces.Of(app, word)));
        Assert.All(Words, word => Assert.DoesNotContain(word, app.Log.All, StringComparison.Ordinal));
        Assert.DoesNotContain(link.Split('/')[2], app.Log.All, StringComparison.Ordinal);
        var desk = await app.SignInAsync(Cast.Organizer);
        var stored = (await app.RegistrationsAsync()).Single(r => r.ErasedAt is not null && r.ChildrenInCare == 1);
        foreach (var path in (string[])[Desk.Path, Desk.PathOf(stored), Rooms.Event, Rooms.Mails, Rooms.Csv, Rooms.ChildrenSheet, Rooms.AttendeeSheet, "/verwaltung/protokoll", "/verwaltung/datenschutz"])
        {
            var shown = Encoding.UTF8.GetString(await desk.GetByteArrayAsync(path));
            Assert.All(Words, word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
        }
    }

    /// <summary>Everything that a family and those who run the event do with its words. Mails go into files, as in the demo.</summary>
    private static async Task<string> LiveAsync(TestApp app)
    {
        var folder = new FolderTransport(Path.Combine(app.DataFolder, "mails"), TimeProvider.System);
        app.Inbox.Answer = message => folder.SendAsync(message, CancellationToken.None).GetAwaiter().GetResult();
        await app.SignUpAsync(Canary, question: "Gibt es Volieren?", children: new ChildInCare("Piepmatz", 4, true));
        await app.SignUpAsync(Canary, question: "Gibt es Volieren?", children: new ChildInCare("Piepmatz", 4, true));
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync()).Answers.Add(new Answer(Guid.CreateVersion7(), "Was brauchen Sie?", "Eine Sitzstange"));
            return await db.SaveChangesAsync();
        });
        await app.RegisterAsync(Cast.Bernd);
        await app.DeliverMailAsync();
        var link = app.Inbox.To(Canary.Email)[0].PersonalLink!;
        await app.OpenAsync(link);
        await app.OpenAsync(link + "/daten.json");
        var desk = await app.SignInAsync(Cast.Organizer);
        var stored = (await app.RegistrationsAsync()).Single(r => r.FamilyName == Canary.FamilyName);
        foreach (var path in (string[])[Desk.Path + "?suche=Gelbfeder", Desk.PathOf(stored), Rooms.Csv, Rooms.Xlsx, Rooms.ChildrenSheet, Rooms.AttendeeSheet, Rooms.Mails, "/verwaltung/protokoll"]) await desk.GetAsync(path);
        return link;
    }

    private static async Task EraseAsync(TestApp app, string who, string link)
    {
        switch (who)
        {
            case "family":
                await Forms.SubmitAsync(await app.OpenAsync(link + "/loeschen"), "Abmelden und löschen");
                break;
            case "organizer":
                var stored = (await app.RegistrationsAsync()).Single(r => r.FamilyName == Canary.FamilyName);
                await Forms.SubmitAsync(await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Desk.PathOf(stored) + "/loeschen"), "Ja, endgültig löschen");
                break;
            default:
                app.Clock.SetUtcNow(new DateTimeOffset(2022, 12, 12, 9, 0, 0, TimeSpan.Zero));
                await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<RetentionRun>().RunAsync();
                break;
        }
    }
}
