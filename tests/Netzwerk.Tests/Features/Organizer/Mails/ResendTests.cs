using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Features.Shared.Mails;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Mails;

/// <summary>„Noch einmal senden“ after something changed; the plain case stands in <see cref="MailRoomTests"/>.</summary>
public class ResendTests
{
    private const string Again = "Noch einmal senden";
    private const string Right = "anna@example.net";

    [Fact]
    public async Task After_a_correction_nothing_goes_to_the_old_address_any_more()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var form = await Rooms.OpenAsync(app, Cast.Staff, $"{Rooms.Event}/anmeldungen/{anna.Id}/adresse");
        await Forms.SubmitAsync(form, new Dictionary<string, string> { ["E-Mail-Adresse"] = Right }, "Speichern und Bestätigung senden");
        await app.DeliverMailAsync();

        await PressAsync(app, MailKind.Confirmation);
        await app.DeliverMailAsync();

        Assert.Single(app.Inbox.To(Cast.Anna.Email));
        var mails = app.Inbox.To(Right);
        Assert.Equal(2, mails.Count);
        Assert.Equal(mails[0].PersonalLink, mails[1].PersonalLink);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Accepted)]
    [InlineData(DeliveryOutcome.Refused)]
    public async Task A_confirmation_says_what_holds_by_now(DeliveryOutcome first)
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        app.Inbox.Answer = _ => new Delivery(first, "so");
        await app.DeliverMailAsync();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");
        await app.ChangeEventAsync(ev => ev.Move(ev.Meeting with { Date = ev.Date.AddDays(7), Place = "Rathaus" }));

        await PressAsync(app, MailKind.Confirmation);
        await app.DeliverMailAsync();

        var mail = app.Inbox.To(Cast.Anna.Email)[^1];
        Assert.Contains("18.11.2022", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Wo: Rathaus", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", mail.Calendar!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_longer_so_does_not_go_out_again()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await RefusedAsync(app, anna, (mails, ev, family) => mails.Changed(ev, family, []));
        await RefusedAsync(app, anna, (mails, ev, family) => mails.Reminder(ev, family));
        Assert.True((await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails)).HasButton(Again));

        await app.CancelAsync(anna.Id);

        foreach (var kind in (string[])[MailKind.EventChanged, MailKind.Reminder, MailKind.Confirmation])
            Assert.Contains("lässt sich gerade nicht noch einmal senden", (await PressAsync(app, kind)).Text, StringComparison.Ordinal);
        Assert.False((await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails)).HasButton(Again));
        Assert.Equal(0, await app.DeliverMailAsync());
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.MailSentAgain));
    }

    [Fact]
    public void Each_kind_holds_as_long_as_its_words_do()
    {
        var ev = Kit.Events.Anniversary();
        var before = ev.Starts.AddDays(-1);
        Assert.True(StillTrue.Of(MailKind.Reminder, ev.Date, ev, true, before));
        Assert.False(StillTrue.Of(MailKind.Reminder, ev.Date, ev, true, ev.Starts));
        Assert.False(StillTrue.Of(MailKind.Reminder, ev.Date.AddDays(-1), ev, true, before));
        Assert.True(StillTrue.Of(MailKind.EventChanged, null, ev, true, before));
        Assert.False(StillTrue.Of(MailKind.EventChanged, null, ev, true, ev.Ends));
        Assert.False(StillTrue.Of(MailKind.EventCancelled, null, ev, true, before));
        Assert.False(StillTrue.Of(MailKind.Cancelled, null, ev, true, before));
        Assert.True(StillTrue.Of(MailKind.Cancelled, null, ev, false, before));
        ev.Cancel(before, null);
        Assert.True(StillTrue.Of(MailKind.EventCancelled, null, ev, true, before));
        Assert.All((string[])[MailKind.Reminder, MailKind.EventChanged, MailKind.Confirmation], kind => Assert.False(StillTrue.Of(kind, ev.Date, ev, true, before)));
    }

    /// <summary>As an old page would: it still has the button.</summary>
    private static async Task<Page> PressAsync(TestApp app, string kind)
    {
        var id = await app.DbAsync(db => db.Set<OutboxMail>().Where(mail => mail.Kind == kind).Select(mail => mail.Id).SingleAsync());
        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails);
        var other = Forms.Fill(page, new Dictionary<string, string>(), "Ausloggen");
        return await (other with { Action = new Uri(page.Url, $"{Rooms.Mails}/{id}/noch-einmal") }).SendAsync();
    }

    private static async Task RefusedAsync(TestApp app, Registration anna, Func<EventMails, Event, Registration, OutboxMail> write)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetzwerkDb>();
        var family = await db.Registrations.SingleAsync(registration => registration.Id == anna.Id);
        db.Add(write(scope.ServiceProvider.GetRequiredService<EventMails>(), await app.EventAsync(), family));
        await db.SaveChangesAsync();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550");
        await app.DeliverMailAsync();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");
    }
}
