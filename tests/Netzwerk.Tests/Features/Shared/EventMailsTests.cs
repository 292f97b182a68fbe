using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

public class EventMailsTests
{
    private static readonly ChildInCare Mia = new("Mia", 4, true);

    [Fact]
    public async Task A_changed_event_brings_before_and_now_and_the_new_calendar_entry()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => (ev.StartsAt, ev.EndsAt, ev.Sequence) = (new TimeOnly(16, 0), new TimeOnly(17, 30), ev.Sequence + 1));

        var (confirmation, mail) = await WriteAsync(app, (mails, ev, registration) => mails.Changed(ev, registration, [new("Uhrzeit", "15:00–16:30\u00A0Uhr", "16:00–17:30\u00A0Uhr")]));

        Assert.StartsWith("Geändert: Jubiläumsfeier, Fr., 11.11.2022 (NW-", mail.Subject, StringComparison.Ordinal);
        foreach (var line in (string[])["Geändert: Uhrzeit\n", "Bisher: 15:00–16:30\u00A0Uhr\n", "Jetzt: 16:00–17:30\u00A0Uhr\n", "Wer: 1 erwachsene Person, 1 Kind in der Betreuung\n", "Melden Sie sich bitte bis "])
            Assert.Contains(line, mail.Text, StringComparison.Ordinal);
        Assert.Equal(confirmation.PersonalLink, mail.PersonalLink);
        Assert.Equal(Line(confirmation, "UID:"), Line(mail, "UID:"));
        Assert.Equal(("SEQUENCE:0", "SEQUENCE:1"), (Line(confirmation, "SEQUENCE:"), Line(mail, "SEQUENCE:")));
        Assert.Equal("STATUS:CONFIRMED", Line(mail, "STATUS:"));
        HasNothingOf(mail, "Mia");
    }

    [Fact]
    public async Task A_cancelled_event_brings_the_reason_and_takes_the_calendar_entry_back()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna, 0, Mia);
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => ev.Cancel(app.Clock.GetUtcNow().UtcDateTime, "Der Saal <ist> nass.\nMehr: https://netzwerk.test/saal {0} {Vorname}"));

        var (confirmation, mail) = await WriteAsync(app, (mails, ev, registration) => mails.Cancelled(ev, registration, ev.CancelledBecause));

        Assert.StartsWith("Abgesagt: Jubiläumsfeier, Fr., 11.11.2022 (NW-", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Der Grund: Der Saal <ist> nass.\nMehr: https://netzwerk.test/saal {0} {Vorname}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Der Saal &lt;ist&gt; nass.<br>Mehr:", mail.Html, StringComparison.Ordinal);
        Assert.Null(mail.PersonalLink);
        Assert.Equal(Line(confirmation, "UID:"), Line(mail, "UID:"));
        Assert.Equal("STATUS:CANCELLED", Line(mail, "STATUS:"));
        Assert.True(Number(mail) > Number(confirmation), "The sequence does not grow");
        Assert.Contains("METHOD:PUBLISH", mail.Calendar, StringComparison.Ordinal);
        HasNothingOf(mail, "Mia");
    }

    [Fact]
    public async Task Without_a_reason_none_is_named()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await app.ChangeEventAsync(ev => ev.Cancel(app.Clock.GetUtcNow().UtcDateTime, null));

        var (_, mail) = await WriteAsync(app, (mails, ev, registration) => mails.Cancelled(ev, registration, null));

        Assert.DoesNotContain("Grund", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", mail.Calendar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Đ", "Guten Tag Đ Öztürk,\n")]
    [InlineData("www.boese.example", "Guten Tag,\n")]
    [InlineData("{Nachname}", "Guten Tag,\n")]
    [InlineData("{{Ort}}", "Guten Tag,\n")]
    [InlineData("{0}", "Guten Tag,\n")]
    [InlineData("<b>", "Guten Tag,\n")]
    public async Task A_plain_name_stands_in_the_greeting_and_no_other(string name, string greeting)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna with { GivenName = name });

        var (confirmation, reminder) = await WriteAsync(app, (mails, ev, registration) => mails.Reminder(ev, registration));

        Assert.All((ReceivedMail[])[confirmation, reminder], mail =>
        {
            Assert.Contains(greeting, mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("www.", mail.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Guten Tag <b>", mail.Html, StringComparison.Ordinal);
        });
    }

    /// <summary>Delivers the confirmation first, then what the test is about.</summary>
    private static async Task<(ReceivedMail Confirmation, ReceivedMail Mail)> WriteAsync(TestApp app, Func<EventMails, Event, Registration, OutboxMail> write)
    {
        await app.DeliverMailAsync();
        var (ev, registration) = (await app.EventAsync(), Assert.Single(await app.RegistrationsAsync()));
        await app.DbAsync(db =>
        {
            db.Add(write(app.Services.GetRequiredService<EventMails>(), ev, registration));
            return db.SaveChangesAsync();
        });
        await app.DeliverMailAsync();
        return (app.Inbox.Mails[0], app.Inbox.Mails[1]);
    }

    private static string Line(ReceivedMail mail, string start) => Assert.Single(mail.Calendar!.ReplaceLineEndings("\n").Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal));

    private static int Number(ReceivedMail mail) => int.Parse(Line(mail, "SEQUENCE:").Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static void HasNothingOf(ReceivedMail mail, string name) =>
        Assert.All((string[])[mail.Subject, mail.Text, mail.Html, mail.Calendar!], part => Assert.DoesNotContain(name, part, StringComparison.Ordinal));
}
