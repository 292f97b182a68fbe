using Microsoft.EntityFrameworkCore;
using Netzwerk.Domain;
using Netzwerk.Features.Accounts;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Accounts;

public class PasswordTests
{
    private const string Fresh = "Kranich Teelicht Bagger Violine";

    [Fact]
    public async Task A_new_password_works_the_old_one_does_not_and_other_sessions_end_within_a_minute()
    {
        await using var app = new ClockedApp();
        var desk = await app.EnteredAsync(Cast.Staff);
        var phone = await app.EnteredAsync(Cast.Staff);

        var changed = await ChangeAsync(desk, Colleague.Password, Fresh);

        Assert.Contains("Ihr Passwort ist geändert.", changed.Text, StringComparison.Ordinal);
        app.SystemClock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(Door.Path, (await phone.OpenAsync("/konto")).Url.AbsolutePath);
        Assert.Equal("Mein Konto", (await desk.OpenAsync("/konto")).Heading);
        Assert.Contains("stimmt nicht", (await app.Browser().EnterAsync(Cast.Staff.Email, Colleague.Password)).Text, StringComparison.Ordinal);
        Assert.NotEqual(Door.Path, (await app.ConfirmAsync(await app.Browser().EnterAsync(Cast.Staff.Email, Fresh))).Url.AbsolutePath);
        var entry = Assert.Single(await app.DbAsync(db => db.Audit.Where(entry => entry.Act == AuditAct.PasswordChanged).ToListAsync()));
        Assert.Equal(Cast.Staff.Name, entry.By);
    }

    [Theory]
    [InlineData("vierzehnzeiche", "zu kurz")]
    [InlineData("Passwort12345678", "oft benutzt")]
    [InlineData("qwertzuiopasdfghjkl", "oft benutzt")]
    [InlineData("123456789012345678", "oft benutzt")]
    [InlineData("P@ssw0rd-P@ssw0rd-2022", "oft benutzt")]
    [InlineData("kranichkranichkranich", "oft benutzt")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "oft benutzt")]
    [InlineData("Karin.Probe@netzwerk.test", "fast nur aus Ihrem Namen")]
    [InlineData("NetzwerkCloppenburg1", "fast nur aus Ihrem Namen")]
    public async Task A_weak_password_is_refused_with_a_sentence_of_what_to_do(string password, string why)
    {
        await using var app = new TestApp();
        var browser = await app.EnteredAsync(Cast.Organizer);

        var page = await ChangeAsync(browser, Colleague.Password, password);

        Assert.Contains(why, page.ErrorAt("Neues Passwort"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fresh)]
    [InlineData("korrekt pferd batterie heftklammer")]
    [InlineData("🦢🫖🚜🎻 vier kleine Bilder")]
    [InlineData("xkqvbtrmzwplhgd")]
    public void A_long_password_that_nobody_guesses_is_not_common(string password) => Assert.False(new CommonPasswords().Contains(password));

    [Fact]
    public async Task The_current_password_and_the_repetition_are_asked_for()
    {
        await using var app = new TestApp();
        var browser = await app.EnteredAsync(Cast.Organizer);

        Assert.Contains("Das jetzige Passwort stimmt nicht", (await ChangeAsync(browser, "falsch", Fresh)).ErrorAt("Jetziges Passwort"), StringComparison.Ordinal);
        Assert.Contains("müssen gleich sein", (await ChangeAsync(browser, Colleague.Password, Fresh, "anders")).ErrorAt("Neues Passwort noch einmal"), StringComparison.Ordinal);
        Assert.Contains("zu lang", (await ChangeAsync(browser, Colleague.Password, string.Concat(Enumerable.Repeat(Fresh, 5)))).ErrorAt("Neues Passwort"), StringComparison.Ordinal);
    }

    private static async Task<Page> ChangeAsync(HttpClient browser, string current, string password, string? again = null) =>
        await Forms.SubmitAsync(await browser.OpenAsync("/konto/passwort"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Jetziges Passwort"] = current,
            ["Neues Passwort"] = password,
            ["Neues Passwort noch einmal"] = again ?? password,
        }, "Passwort ändern");
}
