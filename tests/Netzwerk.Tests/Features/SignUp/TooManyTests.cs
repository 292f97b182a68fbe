using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.SignUp;

/// <summary>More people or children than there is room for: said early, and with what would help.</summary>
public sealed class TooManyTests
{
    private const string NoPlace = "In der Kinderbetreuung ist kein Platz mehr frei.";

    [Fact]
    public async Task Full_childcare_is_said_before_anybody_types()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.ChildcareSeats = 0);

        Assert.Contains("Dort ist kein Platz mehr frei.", (await app.OpenAsync("/veranstaltungen/jubilaeum-2022")).Text, StringComparison.Ordinal);
        Assert.Contains(NoPlace, (await app.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains(NoPlace, (await app.OpenAsync(Answers.FormPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_to_full_childcare_is_answered_at_the_first_step()
    {
        await using var app = new TestApp();
        await app.ChangeEventAsync(ev => ev.ChildcareSeats = 0);

        var refused = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna, "Ja"), "Weiter");
        Assert.Equal("Wer kommt?", refused.Heading);
        var check = await Forms.SubmitAsync(refused, "Ohne Kinderbetreuung weiter");

        Assert.Equal("Prüfen und absenden", check.Heading);
    }

    [Fact]
    public async Task Too_many_children_can_become_fewer()
    {
        await using var app = new TestApp();
        var check = await app.ToCheckAsync(Cast.Anna, children: [new ChildInCare("Mia", 4, false), new ChildInCare("Ben", 1, false)]);
        await app.ChangeEventAsync(ev => ev.ChildcareSeats = 1);

        var refused = await Forms.SubmitAsync(check, "Jetzt anmelden");
        Assert.Contains("In der Kinderbetreuung reichen die Plätze nicht für alle Kinder.", refused.Text, StringComparison.Ordinal);
        var children = await Forms.SubmitAsync(refused, "Kinder ändern");
        var fewer = await Forms.SubmitAsync(await Forms.SubmitAsync(children, "Kind entfernen: Kind 2"), "Weiter");

        Assert.Equal("Sie sind angemeldet", (await Forms.SubmitAsync(fewer, "Jetzt anmelden")).Heading);
    }

    [Fact]
    public async Task A_party_that_is_too_large_can_become_smaller()
    {
        await using var app = new TestApp();
        var check = await Forms.SubmitAsync(await app.OpenAsync(Answers.FormPath), Answers.Of(Cast.Bernd, furtherAdults: 2), "Weiter");
        await app.ChangeEventAsync(ev => ev.Seats = 1);

        var refused = await Forms.SubmitAsync(check, "Jetzt anmelden");
        Assert.Contains("Kommen weniger Personen?", refused.Text, StringComparison.Ordinal);

        Assert.Equal("2", (await Forms.SubmitAsync(refused, "Zahl ändern")).ValueOf("Weitere Erwachsene"));
    }
}
