using Microsoft.EntityFrameworkCore;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Security;

/// <summary>What the journal says of the doors, and that it names nobody.</summary>
public sealed class SecurityLogTests
{
    private const string Category = "Netzwerk.Features.Shared.Access.SecurityLog";

    [Fact]
    public async Task Every_try_to_sign_in_is_logged_by_account_and_not_by_name()
    {
        await using var app = new TestApp();
        var id = await app.AccountAsync(Cast.Staff);
        await EnterAsync(Cast.Staff.Email, "falsches Passwort 2022");
        await EnterAsync("niemand@netzwerk.test", "falsches Passwort 2022");
        await EnterAsync(Cast.Staff.Email, Colleague.Password);

        var lines = Lines(app);
        Assert.Contains(lines, line => line.Contains($"Sign-in refused at password for account {id}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Sign-in refused at password for account (null)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains($"Session begun or renewed for account {id}, second factor shown: False", StringComparison.Ordinal));
        Assert.DoesNotContain("netzwerk.test", app.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("falsches Passwort", app.Log.All, StringComparison.Ordinal);

        async Task EnterAsync(string email, string password) => await Forms.SubmitAsync(
            await app.OpenAsync("/konto/anmelden"), new Dictionary<string, string>(StringComparer.Ordinal) { ["E-Mail-Adresse"] = email, ["Passwort"] = password }, "Anmelden");
    }

    [Fact]
    public async Task A_closed_door_is_logged()
    {
        await using var app = new TestApp();
        var id = await app.AccountAsync(Cast.Carer);
        await (await app.SignInAsync(Cast.Carer)).GetAsync("/verwaltung/veranstaltungen/jubilaeum-2022/anmeldungen");
        await app.Browser().GetAsync("/verwaltung/konten");

        Assert.Contains(Lines(app), line => line.Contains($"Door closed: GET verwaltung/veranstaltungen/{{slug}}/anmeldungen for account {id}", StringComparison.Ordinal));
        Assert.Contains(Lines(app), line => line.Contains("Door closed: GET verwaltung/konten for account (null)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forged_forms_and_too_many_of_them_are_logged()
    {
        await using var app = new TestApp(("Limits:FormsPerAddress", "1"), ("Limits:FormsPerAddressAndMinute", "1"));
        var form = Forms.Fill(await app.Browser(from: "203.0.113.7").OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna), "Weiter");
        await form.SendAsync(change: request =>
        {
            request.Headers.Remove("Sec-Fetch-Site");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
        });
        await form.SendAsync();

        Assert.Contains(Lines(app), line => line.Contains("ForeignPage", StringComparison.Ordinal));
        Assert.Contains(Lines(app), line => line.Contains("TooMany", StringComparison.Ordinal));
        Assert.DoesNotContain("203.0.113.7", app.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_is_logged_without_what_was_typed()
    {
        await using var app = new TestApp();
        await app.DbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE \"Partners\" RENAME TO \"PartnersAway\""));

        await app.OpenAsync("/netzwerk?wer=Kanarienvogel");

        Assert.Contains(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.DoesNotContain("Kanarienvogel", app.Log.All, StringComparison.Ordinal);
    }

    private static List<string> Lines(TestApp app) => [.. app.Log.Lines.Where(line => line.Contains(Category, StringComparison.Ordinal))];
}
