using System.Net;
using Netzwerk.Mail;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

public sealed class SigningUpTests
{
    [Fact]
    public async Task A_parent_signs_up_and_a_confirmation_waits_in_the_outbox()
    {
        await using var app = new TestApp();

        var who = await app.OpenAsync("/veranstaltungen/jubilaeum-2022/anmeldung");
        Assert.Equal("Wer kommt?", who.Heading);
        var children = await Forms.SubmitAsync(who, Answers.Of(Cast.Anna, childcare: "Ja"), "Weiter");
        Assert.Equal("Kinder", children.Heading);
        var more = await Forms.SubmitAsync(children, new Dictionary<string, string> { ["Vorname des Kindes"] = "Mia", ["Alter in Jahren"] = "4" }, "Weiteres Kind hinzufügen");
        var check = await Forms.SubmitAsync(more, new Dictionary<string, string>
        {
            ["Kind 2 > Vorname des Kindes"] = "Ben",
            ["Kind 2 > Alter in Jahren"] = "0",
            ["Kind 2 > Bitte rufen Sie mich wegen dieses Kindes an"] = Forms.Ticked,
        }, "Weiter");
        Assert.Equal("Prüfen und absenden", check.Heading);
        var done = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal("Sie sind angemeldet", done.Heading);
        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.Contains(stored.Reference, done.Text);
        Assert.Equal(("Anna", "Öztürk", "+491713920012"), (stored.GivenName, stored.FamilyName, stored.PhoneE164));
        Assert.Equal([("Mia", 4, false), ("Ben", 0, true)], stored.Children.OrderBy(c => c.Position).Select(c => (c.FirstName, c.Age, c.CallRequested)));

        Assert.Empty(app.Inbox.Mails);
        Assert.Equal(1, await app.DeliverMailAsync());
        var mail = app.Inbox.SingleTo(Cast.Anna.Email);
        Assert.StartsWith("Anmeldebestätigung: Jubiläumsfeier", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(stored.Reference, mail.Text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", mail.Calendar, StringComparison.Ordinal);
        Assert.StartsWith("/anmeldung/", mail.PersonalLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_survives_reload_and_another_browser()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Bernd);

        var again = await app.OpenAsync(done.Url.PathAndQuery);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(done.Text, again.Text);
    }

    [Fact]
    public async Task A_refused_mail_does_not_touch_the_registration()
    {
        await using var app = new TestApp();
        app.Inbox.Answer = _ => new Delivery(DeliveryOutcome.Refused, "550 unknown");
        await app.SignUpAsync(Cast.Bernd);

        await app.DeliverMailAsync();

        Assert.Empty(app.Inbox.Mails);
        Assert.Single(await app.RegistrationsAsync());
    }
}
