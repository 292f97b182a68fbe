using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Data;
using Netzwerk.Domain;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>An organiser takes a legal text away while somebody fills in the form: nothing is taken in, and nothing that was typed is lost.</summary>
public sealed class NotLiveTests
{
    private const string Sentence = "Anmelden geht gerade nicht, und das liegt nicht an Ihnen. Was Sie eingetragen haben, ist noch da.";

    [Fact]
    public async Task The_check_page_comes_back_filled_and_is_taken_when_the_text_is_there_again()
    {
        await using var app = await StartAsync();
        var check = await app.ToCheckAsync(Cast.Anna, null, "", new ChildInCare("Mia", 4, false));
        await SetOperatorAsync(app, null);

        var kept = await Forms.SubmitAsync(check, "Jetzt anmelden");
        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        Assert.Equal("Prüfen und absenden", kept.Heading);
        foreach (var words in (string[])[Sentence, "Anna Öztürk", "Mia, 4 Jahre", "Sie sind noch nicht angemeldet."]) Assert.Contains(words, kept.Text, StringComparison.Ordinal);
        Assert.Empty(await app.RegistrationsAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.OpenAsync(Answers.FormPath)).Status);

        await SetOperatorAsync(app, "Landkreis Probe");
        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(kept, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task The_first_two_steps_keep_what_was_typed()
    {
        await using var app = await StartAsync();
        var who = await app.OpenAsync(Answers.FormPath);
        var children = await Forms.SubmitAsync(who, Answers.Of(Cast.Anna, childcare: "Ja"), "Weiter");
        await SetOperatorAsync(app, null);

        var first = await Forms.SubmitAsync(who, Answers.Of(Cast.Bernd, question: "Wie geht das?"), "Weiter");
        Assert.Contains(Sentence, first.Text, StringComparison.Ordinal);
        Assert.Equal((Cast.Bernd.Email, "Wie geht das?"), (first.ValueOf("E-Mail-Adresse"), first.ValueOf("Ihre Frage oder Ihr Wunsch an die Fachleute")));
        var second = await Forms.SubmitAsync(children, Answers.OfChild(1, "Mia", 4), "Weiter");
        Assert.Contains(Sentence, second.Text, StringComparison.Ordinal);
        Assert.Equal("Mia", second.ValueOf("Vorname des Kindes"));

        await SetOperatorAsync(app, "Landkreis Probe");
        var check = await Forms.SubmitAsync(second, "Weiter");
        Assert.Contains("Anna Öztürk", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_registered_still_reads_so()
    {
        await using var app = await StartAsync();
        var done = await app.SignUpAsync(Cast.Anna);
        await SetOperatorAsync(app, null);

        Assert.Equal("Sie sind angemeldet", (await app.OpenAsync(done.Url.PathAndQuery)).Heading);
    }

    [Fact]
    public async Task Staff_who_take_a_family_in_keep_what_they_typed()
    {
        await using var app = await StartAsync();
        var page = await Rooms.OpenAsync(app, Cast.Staff, Rooms.Event + "/anmeldungen/neu");
        await SetOperatorAsync(app, null);

        var kept = await Forms.SubmitAsync(page, new Dictionary<string, string> { ["Vorname"] = "Bernd", ["Nachname"] = "Müller-Voß", ["E-Mail-Adresse"] = Cast.Bernd.Email });

        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        Assert.Equal(("Bernd", Cast.Bernd.Email), (kept.ValueOf("Vorname"), kept.ValueOf("E-Mail-Adresse")));
        Assert.Empty(await app.RegistrationsAsync());
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = new TestApp(("Legal:Operator", ""));
        await SetOperatorAsync(app, "Landkreis Probe");
        return app;
    }

    private static async Task SetOperatorAsync(TestApp app, string? value)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SettingEdits>().SaveAsync(
            new Dictionary<string, string?> { ["Legal:Operator"] = value }, new AuditEntry { At = app.Clock.GetUtcNow().UtcDateTime, Act = AuditAct.SettingsChanged, By = Cast.Organizer.Name });
    }
}
