using Netzwerk.Domain;
using Netzwerk.Tests.Features.Organizer.Attendees;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

public sealed class ChildcareDeadlineTests
{
    private static readonly DateTimeOffset Bound = new(2022, 11, 1, 0, 0, 0, TimeSpan.FromHours(1));
    private static readonly ChildInCare Mia = new("Mia", 4, false);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task A_child_comes_into_care_until_the_last_millisecond(int milliseconds, bool comes)
    {
        await using var app = await AppAsync();
        var check = await app.ToCheckAsync(Cast.Anna, children: Mia);
        app.Clock.SetUtcNow(Bound.AddMilliseconds(milliseconds));

        var answer = await Forms.SubmitAsync(check, "Jetzt anmelden");

        Assert.Equal(comes, answer.Heading == "Sie sind angemeldet");
        Assert.Equal(comes ? 1 : 0, (await app.EventAsync()).ChildcareTaken);
        if (comes) return;
        Assert.Contains("Kinder konnte man bis Montag, 31.\u00A0Oktober\u00A02022 zur Betreuung anmelden.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Mia, 4 Jahre", answer.Text, StringComparison.Ordinal);
        var done = await Forms.SubmitAsync(await Forms.SubmitAsync(answer, "Ohne Kinderbetreuung weiter"), "Jetzt anmelden");
        Assert.Equal("Sie sind angemeldet", done.Heading);
        Assert.Equal(new Party(1, 0), Assert.Single(await app.RegistrationsAsync()).Party);
    }

    [Fact]
    public async Task The_pages_say_it_before_and_after()
    {
        await using var app = await AppAsync();
        Assert.Contains("Kinder können Sie bis Montag, 31.\u00A0Oktober dazu anmelden", (await app.OpenAsync(Answers.FormPath)).Text, StringComparison.Ordinal);
        Assert.Contains("Das geht bis Montag, 31.\u00A0Oktober.", (await app.OpenAsync($"/veranstaltungen/{TestApp.Anniversary}")).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(Bound);

        Assert.Contains("Kinder konnte man bis Montag, 31.\u00A0Oktober zur Betreuung anmelden.", (await app.OpenAsync(Answers.FormPath)).Text, StringComparison.Ordinal);
        Assert.Contains("Ohne Kinderbetreuung können Sie kommen.", (await app.OpenAsync($"/veranstaltungen/{TestApp.Anniversary}")).Text, StringComparison.Ordinal);
        Assert.Contains("Kinder konnte man bis", (await app.OpenAsync("/")).Text, StringComparison.Ordinal);
        var refused = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna, "Ja"), "Weiter");
        Assert.Equal("Wer kommt?", refused.Heading);
        Assert.True(refused.HasButton("Ohne Kinderbetreuung weiter"));
    }

    [Fact]
    public async Task Staff_let_a_child_in_with_the_conscious_tick_and_the_audit_says_so()
    {
        await using var app = await AppAsync();
        app.Clock.SetUtcNow(Bound);
        var staff = await app.SignInAsync(Cast.Staff);
        var values = Answers.Of(Cast.Anna, "Ja");
        (values["Vorname des Kindes"], values["Alter in Jahren"]) = ("Mia", "4");

        var page = await Forms.SubmitAsync(await staff.OpenAsync(Desk.ByHandPath), values, "Aufnehmen");
        Assert.Equal("Setzen Sie das Häkchen, wenn Sie die Familie trotzdem aufnehmen wollen", page.ErrorAt("Trotz geschlossener Anmeldung aufnehmen"));
        Assert.Empty(await app.RegistrationsAsync());
        await Forms.SubmitAsync(page, new Dictionary<string, string>(StringComparer.Ordinal) { ["Trotz geschlossener Anmeldung aufnehmen"] = Forms.Ticked }, "Aufnehmen");

        var anna = Assert.Single(await app.RegistrationsAsync());
        Assert.True(anna.LetInKnowingly);
        Assert.Contains(AuditAct.LetInKnowingly, (await app.AuditOfAsync(anna.Id)).Select(entry => entry.Act));
        await staff.TakeInAsync(Cast.Bernd, knowingly: true);
        Assert.False((await app.RegistrationsAsync())[^1].LetInKnowingly);
    }

    private static async Task<TestApp> AppAsync()
    {
        var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.ChildcareDeadlineBound = Bound.UtcDateTime);
        return app;
    }
}
