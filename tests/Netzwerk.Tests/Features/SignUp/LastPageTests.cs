using System.Net;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>The last page, opened again, says what is true of the registration then.</summary>
public sealed class LastPageTests
{
    [Fact]
    public async Task After_a_cancellation_it_says_so()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await Forms.SubmitAsync(await app.OpenAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink! + "/abmelden"), "Ja, abmelden");

        var again = await app.OpenAsync(done.Url.PathAndQuery);

        Assert.Equal("Sie sind abgemeldet", again.Heading);
        Assert.Contains(Assert.Single(await app.RegistrationsAsync()).Reference, again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sie sind angemeldet", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("unterwegs", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Anna.Email, again.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nur löschen", "Ihre Angaben sind gelöscht", "Ihre Plätze haben Sie noch.")]
    [InlineData("Abmelden und löschen", "Sie sind abgemeldet", "nichts mehr über Sie gespeichert")]
    public async Task After_an_erasure_it_says_so_and_names_no_address(string button, string heading, string words)
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        await app.DeliverMailAsync();
        await Forms.SubmitAsync(await app.OpenAsync(app.Inbox.SingleTo(Cast.Anna.Email).PersonalLink! + "/loeschen"), button);

        var again = await app.OpenAsync(done.Url.PathAndQuery);

        Assert.Equal(heading, again.Heading);
        Assert.Contains(words, again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Anna.Email, again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_cancelled_event_it_says_so_with_the_reason()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        var seen = await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Organizer, Rooms.Event + "/absagen"), new Dictionary<string, string> { ["Grund"] = "Wasserschaden" }, "Ja, absagen");
        await Forms.SubmitAsync(seen, "Ja, absagen");

        var again = await app.OpenAsync(done.Url.PathAndQuery);

        Assert.Equal("Die Veranstaltung fällt aus", again.Heading);
        Assert.Contains("Wasserschaden", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sie sind angemeldet", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_event_that_another_process_cancelled_it_says_so_within_the_same_second()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        await app.DbAsync(db => db.Events.ExecuteUpdateAsync(set => set.SetProperty(ev => ev.CancelledAt, DateTime.UnixEpoch)));

        Assert.Equal("Die Veranstaltung fällt aus", (await app.OpenAsync(done.Url.PathAndQuery)).Heading);
    }

    [Fact]
    public async Task That_of_a_repeated_sign_up_keeps_its_answer_and_then_follows_the_registration_like_a_first_one()
    {
        await using var app = new TestApp();
        await using var other = new TestApp();
        // Here she is registered already when somebody types her name; there nobody was.
        await app.RegisterAsync(Cast.Anna);
        var repeated = await app.SignUpAsync(Cast.Anna);
        var first = await other.SignUpAsync(Cast.Anna);

        await AssertAlikeAsync("Sie sind angemeldet");
        await CancelAsync(app);
        await CancelAsync(other);
        await AssertAlikeAsync("Sie sind abgemeldet");
        await EraseAsync(app);
        await EraseAsync(other);
        await AssertAlikeAsync("Sie sind abgemeldet");

        async Task AssertAlikeAsync(string heading)
        {
            var (here, there) = (await app.OpenAsync(repeated.Url.PathAndQuery), await other.OpenAsync(first.Url.PathAndQuery));
            Assert.Equal(heading, here.Heading);
            Assert.Equal(Without(here), Without(there));
        }

        static string Without(Page page) => System.Text.RegularExpressions.Regex.Replace(page.Html, "NW-[A-Z0-9]{6}|fertig/[^/]+/", "");

        static async Task CancelAsync(TestApp site) => await site.CancelAsync(Assert.Single(await site.RegistrationsAsync()).Id);

        static Task<int> EraseAsync(TestApp site) => site.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync()).Erase(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task What_an_older_copy_of_the_database_does_not_know_is_not_claimed()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        await app.DbAsync(db => db.Registrations.ExecuteDeleteAsync());

        var again = await app.OpenAsync(done.Url.PathAndQuery);

        Assert.Equal("Diese Anmeldung finden wir nicht", again.Heading);
        Assert.Contains("Fragen Sie bitte nach", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_is_away_it_is_readable_and_claims_no_more_than_it_knows()
    {
        await using var app = new TestApp();
        var done = await app.SignUpAsync(Cast.Anna);
        var reference = Assert.Single(await app.RegistrationsAsync()).Reference;
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Registrations\" RENAME TO \"RegistrationsAway\""));

        var again = await app.OpenAsync(done.Url.PathAndQuery);

        Assert.Equal((HttpStatusCode.OK, "Ihre Anmeldung kam bei uns an"), (again.Status, again.Heading));
        Assert.Contains(reference, again.Text, StringComparison.Ordinal);
        Assert.Contains("können wir gerade nicht nachsehen", again.Text, StringComparison.Ordinal);
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"RegistrationsAway\" RENAME TO \"Registrations\""));
        Assert.Equal("Sie sind angemeldet", (await app.OpenAsync(done.Url.PathAndQuery)).Heading);
    }

    [Fact]
    public async Task The_same_form_sent_again_does_not_say_that_an_erased_or_called_off_registration_holds()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna);
        await Forms.SubmitAsync(check, "Jetzt anmelden");
        await app.DbAsync(async db =>
        {
            (await db.Registrations.SingleAsync()).Erase(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });

        var erased = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal("Ihre Angaben sind gelöscht", erased.Heading);
        Assert.DoesNotContain("Ihre erste Anmeldung gilt", erased.Text, StringComparison.Ordinal);
    }
}
