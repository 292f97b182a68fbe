using System.Net;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>A registration is one entry in the family's calendar, wherever the family meets it.</summary>
public sealed class CalendarEntryTests
{
    private const string Save = "Termin im Kalender speichern";
    private const string TakeBack = "Absage im Kalender speichern";

    [Fact]
    public async Task Mail_last_page_and_own_page_give_the_same_entry()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        var (mail, own) = await MailAsync(app);

        var entries = new[] { EntryOf(mail.Calendar!), EntryOf((await done.FollowAsync(Save)).Html), EntryOf((await own.FollowAsync(Save)).Html) };

        var registration = Assert.Single(await app.RegistrationsAsync());
        Assert.All(entries, entry => Assert.Equal(($"{registration.Id:N}@netzwerk.test", "CONFIRMED", 0), (entry.Uid, entry.Status, entry.Sequence)));
        Assert.All(entries, entry => Assert.Contains(registration.Reference, entry.Description, StringComparison.Ordinal));
        Assert.Single(entries.Select(entry => entry.Description).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_cancelling_all_of_them_take_that_entry_back()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        var (confirmation, own) = await MailAsync(app);
        await Forms.SubmitAsync(await own.FollowAsync("Abmelden"), "Ja, abmelden");
        await app.DeliverMailAsync();
        var mail = app.Inbox.To(Cast.Anna.Email)[^1];

        var entries = new[]
        {
            EntryOf(mail.Calendar!), EntryOf((await app.OpenAsync(done.Url.AbsolutePath + "/termin.ics")).Html),
            EntryOf((await (await app.OpenAsync(confirmation.PersonalLink!)).FollowAsync(TakeBack)).Html),
        };

        var before = EntryOf(confirmation.Calendar!);
        Assert.All(entries, entry => Assert.Equal((before.Uid, "CANCELLED", before.Sequence + 1), (entry.Uid, entry.Status, entry.Sequence)));
        Assert.Contains("steht er dort als abgesagt", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_event_is_called_off_it_is_offered_as_a_cancellation_only_and_its_sequence_has_grown_once()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        var (confirmation, _) = await MailAsync(app);
        var desk = await app.SignInAsync(Cast.Organizer);
        await Forms.SubmitAsync(await desk.OpenAsync(Rooms.Event + "/absagen"), new Dictionary<string, string> { ["Grund"] = "" }, "Ja, absagen");
        await app.DeliverMailAsync();

        var (last, own) = (await app.OpenAsync(done.Url.AbsolutePath), await app.OpenAsync(confirmation.PersonalLink!));

        Assert.All((Page[])[last, own], page => Assert.DoesNotContain(Save, page.Text, StringComparison.Ordinal));
        var mail = app.Inbox.To(Cast.Anna.Email)[^1];
        var entries = new[] { EntryOf(mail.Calendar!), EntryOf((await last.FollowAsync(TakeBack)).Html), EntryOf((await own.FollowAsync(TakeBack)).Html) };
        Assert.All(entries, entry => Assert.Equal((EntryOf(confirmation.Calendar!).Uid, "CANCELLED", 1), (entry.Uid, entry.Status, entry.Sequence)));
        Assert.DoesNotContain("sagt ihn dort ab", mail.Text, StringComparison.Ordinal);
        Assert.Contains("löschen Sie ihn bitte selbst", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>Who signs somebody up again learns nothing: the entry has an id as fresh as a first one, and not that of the registration.</summary>
    [Fact]
    public async Task A_repeated_sign_up_gets_an_entry_like_a_first_one_and_its_own_cancellation()
    {
        await using var app = new TestApp();
        var first = await app.SignUpAsync(Cast.Anna);
        var entry = EntryOf((await first.FollowAsync(Save)).Html);
        var second = await app.SignUpAsync(Cast.Anna);

        var repeated = EntryOf((await second.FollowAsync(Save)).Html);

        Assert.NotEqual(entry.Uid, repeated.Uid);
        Assert.Matches("^[0-9a-f]{32}@netzwerk.test$", repeated.Uid);
        Assert.Equal((entry.Status, entry.Sequence), (repeated.Status, repeated.Sequence));
        Assert.Contains(second.Document.QuerySelector(".nw-reference")!.TextContent, repeated.Description, StringComparison.Ordinal);
        await app.CancelAsync(Assert.Single(await app.RegistrationsAsync()).Id);
        Assert.Equal("CANCELLED", EntryOf((await app.OpenAsync(second.Url.AbsolutePath + "/termin.ics")).Html).Status);
    }

    [Fact]
    public async Task The_entry_goes_with_the_person_and_needs_a_receipt_of_this_event()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync()).Erase(app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(done.Url.AbsolutePath + "/termin.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync($"{Answers.FormPath}/fertig/abc/termin.ics")).Status);
    }

    [Fact]
    public async Task A_title_of_signs_beyond_the_basic_plane_arrives_whole()
    {
        await using var app = new TestApp();
        var title = "Fest 👩‍👧‍👦 " + string.Concat(Enumerable.Repeat("🎈🎉", 20)) + "; ä, \\ „ß“";
        await app.ChangeEventAsync(ev => ev.Name(title, ev.ShortTitle, ev.ContactName, "kärin@müller.example"));

        foreach (var path in (string[])[$"/veranstaltungen/{TestApp.Anniversary}.ics", "/veranstaltungen.ics"])
        {
            var file = (await app.OpenAsync(path)).Html;
            var entry = EntryOf(file);
            Assert.Equal(title, entry.Summary);
            Assert.Equal("mailto:k%C3%A4rin@m%C3%BCller.example", entry.Organizer!.Value!.OriginalString);
            Assert.DoesNotContain('\uFFFD', file);
            Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        }
    }

    private static CalendarEvent EntryOf(string file)
    {
        var calendar = Calendar.Load(file)!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Empty(entry.Attendees);
        Assert.NotNull(entry.Organizer);
        return entry;
    }

    private static async Task<(ReceivedMail Mail, Page Own)> MailAsync(TestApp app)
    {
        await app.DeliverMailAsync();
        var mail = app.Inbox.SingleTo(Cast.Anna.Email);
        return (mail, await app.OpenAsync(mail.PersonalLink!));
    }
}
