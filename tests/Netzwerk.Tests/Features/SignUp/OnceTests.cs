using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>Whatever is sent twice is stored once.</summary>
public sealed class OnceTests
{
    [Fact]
    public async Task A_double_click_is_one_registration_with_one_reference()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.ToCheckAsync(Cast.Anna), new Dictionary<string, string>(), "Jetzt anmelden");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => form.SendAsync()));

        var stored = Assert.Single(await app.RegistrationsAsync());
        Assert.All(answers, answer => Assert.Contains(stored.Reference, answer.Text, StringComparison.Ordinal));
        Assert.Equal(1, await app.DeliverMailAsync());
        Assert.Equal(1, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task Back_and_send_again_is_one_registration()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna);
        var first = await Forms.SubmitAsync(check, "Jetzt anmelden");
        var second = await Forms.SubmitAsync(await Forms.SubmitAsync(await Forms.SubmitAsync(check, "Zurück"), Answers.Of(Cast.Anna), "Weiter"), "Jetzt anmelden");

        Assert.Equal("Sie sind angemeldet", second.Heading);
        Assert.Contains(Assert.Single(await app.RegistrationsAsync()).Reference, first.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task Signing_up_again_and_again_is_told_three_times_a_day_and_holds_up_nothing_that_the_office_tells()
    {
        await using var app = new TestApp(("Limits:MailsPerRecipientAndDay", "3"));
        var browser = app.Browser();
        for (var time = 0; time < 6; time++) Assert.Equal("Sie sind angemeldet", (await app.SignUpAsync(Cast.Anna, browser)).Heading);
        await app.DeliverMailAsync();
        Assert.Equal(3, app.Inbox.Mails.Count(mail => mail.Subject.StartsWith("Schon angemeldet", StringComparison.Ordinal)));
        Assert.Equal(5, await app.DbAsync(db => Task.FromResult(db.RepeatedSignUps.Count())));

        await Forms.SubmitAsync(await Organizer.Rooms.OpenAsync(app, Cast.Organizer, Organizer.Rooms.Event + "/absagen"), "Ja, absagen");
        await app.DeliverMailAsync();
        Assert.Single(app.Inbox.To(Cast.Anna.Email), mail => mail.Subject.StartsWith("Abgesagt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_day_it_is_told_again()
    {
        await using var app = new TestApp();
        var browser = app.Browser();
        for (var time = 0; time < 5; time++) await app.SignUpAsync(Cast.Anna, browser);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.SignUpAsync(Cast.Anna, browser);

        await app.DeliverMailAsync();

        Assert.Equal(3 + 1, app.Inbox.Mails.Count(mail => mail.Subject.StartsWith("Schon angemeldet", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Changed_content_under_a_used_key_is_explained_and_changes_nothing()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna);
        await Forms.SubmitAsync(check, "Jetzt anmelden");
        var changed = await Forms.SubmitAsync(await Forms.SubmitAsync(check, "Ändern: Sie"), Answers.Of(Cast.Bernd, furtherAdults: 3), "Weiter");

        var answer = await Forms.SubmitAsync(changed, "Jetzt anmelden");

        Assert.Equal("Sie haben sich schon angemeldet", answer.Heading);
        Assert.Contains("Link in Ihrer E-Mail", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Anna", Assert.Single(await app.RegistrationsAsync()).GivenName);
    }

    [Fact]
    public async Task Two_tabs_of_the_same_family_are_one_registration_and_the_answer_tells_nothing()
    {
        await using var app = new TestApp();
        var (left, right) = (await app.ToCheckAsync(Cast.Anna), await app.ToCheckAsync(Cast.Anna));

        var first = await Forms.SubmitAsync(left, "Jetzt anmelden");
        var second = await Forms.SubmitAsync(right, "Jetzt anmelden");

        var stored = Assert.Single(await app.RegistrationsAsync());
        var repeated = Assert.Single(await app.DbAsync(db => Task.FromResult(db.RepeatedSignUps.ToList())));
        Assert.Equal(stored.Id, repeated.RegistrationId);
        Assert.Equal(first.Text.Replace(stored.Reference, "", StringComparison.Ordinal), second.Text.Replace(repeated.Reference, "", StringComparison.Ordinal));
        Assert.Contains("Was bei uns gespeichert ist, steht in Ihrer E-Mail", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ANNA.OEZTUERK@EXAMPLE.ORG", "anna", "ÖZTÜRK")]
    [InlineData(" anna.oeztuerk@example.org ", "  Anna", "Öztürk ")]
    [InlineData("anna.oeztuerk@example.org", "Anna", "O\u0308ztu\u0308rk")]
    public async Task The_same_family_in_another_spelling_gets_its_link_by_mail_and_is_not_stored_twice(string email, string given, string family)
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);

        var again = await app.SignUpAsync(new Parent(given, family, email, "0171 1111111"));
        await app.DeliverMailAsync();

        Assert.Equal("Sie sind angemeldet", again.Heading);
        Assert.Equal(Cast.Anna.Phone, Assert.Single(await app.RegistrationsAsync()).Phone);
        Assert.Equal(1, (await app.EventAsync()).SeatsTaken);
        var mails = app.Inbox.To(Cast.Anna.Email);
        Assert.Equal(2, mails.Count);
        Assert.Contains("nicht übernommen", mails[1].Text, StringComparison.Ordinal);
        var (stored, shown) = (await app.DbAsync(db => Task.FromResult(db.Registrations.Single().Reference)), await app.DbAsync(db => Task.FromResult(db.RepeatedSignUps.Single().Reference)));
        Assert.Contains($"Auf der letzten Seite stand {shown}. Es gilt {stored}.", mails[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("löschen", mails[1].Text, StringComparison.Ordinal);
        Assert.Equal(mails[0].PersonalLink, mails[1].PersonalLink);
    }

    [Fact]
    public async Task Another_name_at_the_same_address_is_another_family()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);
        await app.SignUpAsync(Cast.Canan);

        Assert.Equal(["Anna", "Canan"], (await app.RegistrationsAsync()).Select(registration => registration.GivenName));
    }

    [Fact]
    public async Task A_repeated_sign_up_is_judged_like_a_first_one()
    {
        await using var app = new TestApp();
        await app.SignUpAsync(Cast.Anna);
        var check = await app.ToCheckAsync(Cast.Anna);
        await app.ChangeEventAsync(ev => ev.Seats = 1);

        // Were it let through, a stranger could ask the form who is registered.
        var answer = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Contains("ausgebucht", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_cancellation_the_form_of_a_repeated_sign_up_does_not_say_that_one_is_in()
    {
        await using var app = new TestApp();
        await Forms.SubmitAsync(await app.ToCheckAsync(Cast.Anna), "Jetzt anmelden");
        var again = await app.ToCheckAsync(Cast.Anna);
        await Forms.SubmitAsync(again, "Jetzt anmelden");
        await app.DeliverMailAsync();
        var link = app.Inbox.Mails[0].PersonalLink!;
        await Forms.SubmitAsync(await app.OpenAsync(link + "/abmelden"), "Ja, abmelden");

        var answer = await Forms.SubmitAsync(again, "Jetzt anmelden");

        Assert.NotEqual("Sie sind angemeldet", answer.Heading);
        Assert.Equal(0, (await app.EventAsync()).SeatsTaken);
    }

    [Fact]
    public async Task After_a_cancellation_the_old_form_says_so_and_a_new_one_is_a_new_registration()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna);
        await Forms.SubmitAsync(check, "Jetzt anmelden");
        await app.CancelAsync((await app.RegistrationsAsync())[0].Id);

        var old = await Forms.SubmitAsync(check, "Jetzt anmelden");
        var fresh = await app.SignUpAsync(Cast.Anna);

        Assert.Equal("Sie haben sich wieder abgemeldet", old.Heading);
        Assert.Equal("Sie sind angemeldet", fresh.Heading);
        Assert.Equal([false, true], (await app.RegistrationsAsync()).Select(registration => registration.IsActive));
    }
}
