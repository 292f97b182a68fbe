using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Domain;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public class AddressTests
{
    private const string Right = "anna@example.net";

    [Fact]
    public async Task The_confirmation_goes_to_the_new_address_and_the_old_link_dies()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await app.DeliverMailAsync();
        var old = app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink!;

        var page = await CorrectAsync(app, anna, Right);
        await app.DeliverMailAsync();

        Assert.Contains("Die Adresse ist berichtigt.", page.Text, StringComparison.Ordinal);
        var mail = app.Inbox.SingleTo(Right);
        Assert.StartsWith("Anmeldebestätigung", mail.Subject, StringComparison.Ordinal);
        Assert.Single(app.Inbox.To(Cast.Anna.Email));
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(mail.PersonalLink!)).Status);
        Assert.Equal(1, await app.MailsOfKindAsync(MailKind.Confirmation));
        var entry = Assert.Single(await Rooms.AuditAsync(app, AuditAct.AddressCorrected));
        Assert.Equal(("Stefan Probe", anna.Id), (entry.By, entry.RegistrationId));
    }

    [Fact]
    public async Task What_was_refused_goes_to_the_new_address_instead_of_a_second_confirmation()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 5.1.1 Gibt es nicht");
        await app.DeliverMailAsync();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Accepted, "250 OK");

        var room = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Mails);
        await CorrectAsync(await room.FollowAsync("Adresse berichtigen: Anna Öztürk"), Right);
        await app.DeliverMailAsync();

        Assert.Empty(app.Inbox.To(Cast.Anna.Email));
        var mail = app.Inbox.SingleTo(Right);
        Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(mail.PersonalLink!)).Status);
        Assert.Equal(1, await app.DbAsync(db => db.Set<OutboxMail>().CountAsync()));
    }

    [Fact]
    public async Task The_family_is_found_and_recognised_by_the_new_address()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        await CorrectAsync(app, anna, Right);

        Assert.Equal(["Öztürk, Anna"], (await Rooms.OpenAsync(app, Cast.Staff, Desk.Path + "?suche=" + Right)).Names());
        await app.SignUpAsync(Cast.Anna with { Email = Right });
        Assert.Single(await app.RegistrationsAsync());
        await app.SignUpAsync(Cast.Anna);
        Assert.Equal(2, (await app.RegistrationsAsync()).Count);
    }

    [Fact]
    public async Task An_unlikely_address_is_asked_about_once()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);

        var asked = await CorrectAsync(app, anna, "anna@gmx.ed");
        Assert.Contains("Ist anna@gmx.de gemeint?", asked.Text, StringComparison.Ordinal);
        Assert.Equal(Cast.Anna.Email, Assert.Single(await app.RegistrationsAsync()).Email);

        await Forms.SubmitAsync(asked, "Ja, diese nehmen");
        Assert.Equal("anna@gmx.de", Assert.Single(await app.RegistrationsAsync()).Email);
        await Forms.SubmitAsync(await CorrectAsync(app, anna, "anna@web.ed"), "Nein, so speichern");
        Assert.Equal("anna@web.ed", Assert.Single(await app.RegistrationsAsync()).Email);
    }

    [Fact]
    public async Task The_address_of_the_same_family_registered_twice_is_refused_with_its_reference()
    {
        await using var app = new TestApp();
        var wrong = await app.RegisterAsync(Cast.Anna with { Email = "anna@example.com" });
        var there = await app.RegisterAsync(Cast.Anna);

        var page = await CorrectAsync(app, wrong, Cast.Anna.Email.ToUpperInvariant());

        Assert.Contains($"gibt es schon eine Anmeldung: {there.Reference}.", page.ErrorAt("E-Mail-Adresse"), StringComparison.Ordinal);
        Assert.Empty(await Rooms.AuditAsync(app, AuditAct.AddressCorrected));
    }

    [Theory]
    [InlineData("", "Geben Sie die richtige E-Mail-Adresse der Familie ein")]
    [InlineData("anna", "Geben Sie die E-Mail-Adresse der Familie vollständig ein")]
    [InlineData("anna.oeztuerk@example.org", "Diese Adresse ist schon gespeichert")]
    public async Task A_wrong_one_says_how_to_mend_it(string typed, string sentence)
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);

        var page = await CorrectAsync(app, anna, typed);

        Assert.StartsWith(sentence, page.ErrorAt("E-Mail-Adresse"), StringComparison.Ordinal);
        Assert.Equal(typed, page.ValueOf("E-Mail-Adresse"));
    }

    [Fact]
    public async Task Who_does_not_come_any_more_keeps_the_address()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var form = await Rooms.OpenAsync(app, Cast.Staff, Desk.PathOf(anna) + "/adresse");
        await app.CancelAsync(anna.Id);

        var page = await CorrectAsync(form, Right);

        Assert.Equal("Die Adresse lässt sich nicht mehr ändern", page.Heading);
        Assert.Equal(Cast.Anna.Email, Assert.Single(await app.RegistrationsAsync()).Email);
    }

    [Fact]
    public async Task Where_children_come_only_organisers_may_because_the_link_shows_them()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, 0, new ChildInCare("Mia", 4, true));
        var form = await Rooms.OpenAsync(app, Cast.Organizer, Desk.PathOf(anna) + "/adresse");

        var page = await Rooms.OpenAsync(app, Cast.Staff, Desk.PathOf(anna) + "/adresse");
        Assert.Contains("Fragen Sie Karin", page.Text, StringComparison.Ordinal);
        await Forms.Fill(form, new Dictionary<string, string> { ["E-Mail-Adresse"] = Right }, "Speichern und Bestätigung senden").SendAsync(await app.SignInAsync(Cast.Staff));
        Assert.Equal(Cast.Anna.Email, Assert.Single(await app.RegistrationsAsync()).Email);

        await CorrectAsync(form, Right);
        Assert.Equal(Right, Assert.Single(await app.RegistrationsAsync()).Email);
    }

    [Fact]
    public async Task What_is_being_sent_goes_to_the_new_address_when_it_is_tried_again()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var claims = app.Services.GetRequiredService<OutboxClaims>();
        var claimed = (await claims.NextAsync())!;

        await CorrectAsync(app, anna, Right);
        await claims.FinishAsync(claimed, new Delivery(DeliveryOutcome.Deferred, "451 später"));

        Assert.Equal([Right], await app.DbAsync(db => db.Set<OutboxMail>().Select(mail => mail.ToAddress).Distinct().ToListAsync()));
    }

    private static async Task<Page> CorrectAsync(TestApp app, Registration registration, string email) =>
        await CorrectAsync(await (await Rooms.OpenAsync(app, Cast.Staff, Desk.PathOf(registration))).FollowAsync("Adresse berichtigen …"), email);

    private static Task<Page> CorrectAsync(Page form, string email) =>
        Forms.SubmitAsync(form, new Dictionary<string, string> { ["E-Mail-Adresse"] = email }, "Speichern und Bestätigung senden");
}
