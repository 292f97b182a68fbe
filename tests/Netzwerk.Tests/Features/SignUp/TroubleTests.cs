using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>Whatever is wrong with a request, what was typed stays, and the page says what to do.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task A_form_from_a_foreign_page_is_shown_again_and_not_taken()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.ToCheckAsync(Cast.Anna), new Dictionary<string, string>(), "Jetzt anmelden");

        var foreign = await form.SendAsync(change: request =>
        {
            request.Headers.Remove("Sec-Fetch-Site");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
        });

        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.Contains("Anna Öztürk", foreign.Text, StringComparison.Ordinal);
        Assert.Contains("Senden Sie es bitte noch einmal ab", foreign.Text, StringComparison.Ordinal);
        Assert.Empty(await app.RegistrationsAsync());
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(foreign, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task A_foreign_Origin_is_refused_where_the_browser_tells_nothing_else()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.ToCheckAsync(Cast.Anna), new Dictionary<string, string>(), "Jetzt anmelden");

        var foreign = await form.SendAsync(change: request =>
        {
            request.Headers.Remove("Sec-Fetch-Site");
            request.Headers.Remove("Origin");
            request.Headers.Add("Origin", "https://boese.example");
        });
        var ancient = await form.SendAsync(change: request =>
        {
            request.Headers.Remove("Sec-Fetch-Site");
            request.Headers.Remove("Origin");
        });

        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.Equal("Sie sind angemeldet", ancient.Heading);
    }

    [Fact]
    public async Task Too_much_text_is_refused_with_the_advice_to_shorten_it()
    {
        await using var app = new TestApp();
        var values = Answers.Of(Cast.Anna, question: new string('x', 70_000));

        var page = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), values, "Weiter");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("kürzen Sie, was Sie geschrieben haben", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxx", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_forms_from_one_address_keep_their_input_and_another_address_is_free()
    {
        await using var app = new TestApp(("Limits:FormsPerAddress", "3"), ("Limits:FormsPerAddressAndMinute", "1"));
        var browser = app.Browser(from: "2001:db8::1");
        var check = await app.ToCheckAsync(Cast.Anna, browser);
        var form = Forms.Fill(check, new Dictionary<string, string>(), "Zurück");
        await form.SendAsync();
        await form.SendAsync();

        var tooMany = await Forms.SubmitAsync(check, "Jetzt anmelden");
        var neighbour = await Forms.Fill(check, new Dictionary<string, string>(), "Zurück").SendAsync(app.Browser(from: "2001:db8:0:ff::2"));
        var other = await Forms.Fill(check, new Dictionary<string, string>(), "Jetzt anmelden").SendAsync(app.Browser(from: "2001:db8:0:100::1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.Status);
        Assert.Contains("Anna Öztürk", tooMany.Text, StringComparison.Ordinal);
        Assert.Contains("Warten Sie bitte eine Minute", tooMany.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, neighbour.Status);
        Assert.Equal("Sie sind angemeldet", other.Heading);
    }

    [Fact]
    public async Task Storage_that_fails_never_says_registered_and_keeps_the_input()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna, children: new ChildInCare("Mia", 4, false));
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Audit\" RENAME TO \"AuditAway\""));

        var failed = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Contains("Sie sind noch nicht angemeldet", failed.Text, StringComparison.Ordinal);
        Assert.Contains("Mia, 4 Jahre", failed.Text, StringComparison.Ordinal);
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"AuditAway\" RENAME TO \"Audit\""));
        Assert.Empty(await app.RegistrationsAsync());
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(failed, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task A_database_that_is_not_even_read_keeps_the_input_of_every_step()
    {
        await using var app = new TestApp();
        var who = await app.OpenAsync(Answers.FormPath);
        var check = await app.ToCheckAsync(Cast.Anna, children: new ChildInCare("Mia", 4, false));
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Events\" RENAME TO \"EventsAway\""));
        // For this second the event is known from before, and the steps that store nothing go on.
        Assert.Equal("Prüfen und absenden", (await Forms.SubmitAsync(who, Answers.Of(Cast.Bernd), "Weiter")).Heading);
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        var first = await Forms.SubmitAsync(who, Answers.Of(Cast.Bernd), "Weiter");
        var last = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.All([first, last], page => Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status));
        Assert.All([first, last], page => Assert.Contains("Sie sind noch nicht angemeldet", page.Text, StringComparison.Ordinal));
        Assert.Equal(Cast.Bernd.Email, first.ValueOf("E-Mail-Adresse"));
        Assert.Contains("Mia, 4 Jahre", last.Text, StringComparison.Ordinal);
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"EventsAway\" RENAME TO \"Events\""));
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(last, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task Nobody_is_sent_away_by_what_cannot_be_looked_up_again()
    {
        await using var app = new TestApp();
        var who = await app.OpenAsync(Answers.FormPath);
        await Forms.SubmitAsync(await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event), "Anmeldung schließen");
        Assert.Contains("Ihre Anmeldung ist nicht möglich", (await Forms.SubmitAsync(who, Answers.Of(Cast.Bernd), "Weiter")).Text, StringComparison.Ordinal);
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Events\" RENAME TO \"EventsAway\""));

        var page = await Forms.SubmitAsync(who, Answers.Of(Cast.Bernd), "Weiter");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Sie sind noch nicht angemeldet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_registered_reads_so_although_the_database_is_gone_since()
    {
        await using var app = new TestApp();
        var done = await Forms.SubmitAsync(await app.ToCheckAsync(Cast.Anna), "Jetzt anmelden");
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Events\" RENAME TO \"EventsAway\""));
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await app.OpenAsync(done.Url.PathAndQuery);

        Assert.Equal("Ihre Anmeldung kam bei uns an", again.Heading);
        Assert.Contains(Assert.Single(await app.RegistrationsAsync()).Reference, again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.OpenAsync(Answers.FormPath)).Status);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_named_at_their_field_and_not_stored_as_escapes()
    {
        await using var app = new TestApp();
        using var body = new StringContent("Form.GivenName=An%ED%A0%80na&Form.FamilyName=M%C3%BCller%26Co&Form.Email=anna@example.org&Form.Childcare=nein", MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));

        var page = await Page.ReadAsync(app.Browser(), await app.Browser().PostAsync(Answers.FormPath, body));

        Assert.Contains("Der Vorname enthält ein Zeichen, das nicht lesbar angekommen ist", page.Text, StringComparison.Ordinal);
        Assert.Equal("Müller&Co", page.ValueOf("Nachname"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("=== kein Base64 ===")]
    [InlineData(null)]
    public async Task A_journey_that_is_not_ours_starts_over_in_words(string? journey)
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.ToCheckAsync(Cast.Anna), new Dictionary<string, string>(), "Jetzt anmelden");

        var page = await (journey is null ? form.Without("journey") : form.With("journey", journey)).SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Wer kommt?", page.Heading);
        Assert.Contains("fangen Sie noch einmal vorn an", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journey_survives_a_restart_of_the_site()
    {
        await using var app = new TestApp();
        var form = Forms.Fill(await app.ToCheckAsync(Cast.Anna), new Dictionary<string, string>(), "Jetzt anmelden");
        await using var restarted = new TestApp(("Site:DataDirectory", app.DataFolder));

        var done = await form.SendAsync(restarted.Browser());

        Assert.Equal("Sie sind angemeldet", done.Heading);
    }

    [Fact]
    public async Task Before_the_legal_texts_are_there_nobody_can_sign_up()
    {
        await using var app = new TestApp(("Legal:Operator", ""));

        var page = await app.OpenAsync(Answers.FormPath);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.False(page.HasButton("Weiter"));
    }

    [Theory]
    [InlineData("kinder")]
    [InlineData("pruefen")]
    public async Task A_later_step_opened_by_its_address_starts_over(string step)
    {
        await using var app = new TestApp();

        Assert.Equal("Wer kommt?", (await app.OpenAsync($"{Answers.FormPath}/{step}")).Heading);
    }

    [Fact]
    public async Task A_forged_receipt_is_not_found()
    {
        await using var app = new TestApp();

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync($"{Answers.FormPath}/fertig/abc")).Status);
    }
}
