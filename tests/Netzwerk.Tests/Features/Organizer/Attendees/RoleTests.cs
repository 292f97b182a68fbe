using System.Net;
using Netzwerk.Domain;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Organizer.Attendees;

public sealed class RoleTests
{
    private static readonly string[] Rooms = ["", "/neu", "/{id}", "/{id}/abmelden", "/{id}/loeschen"];

    [Fact]
    public async Task A_carer_enters_none_of_these_rooms()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var carer = await app.SignInAsync(Cast.Carer);
        foreach (var room in Rooms) Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(carer, Desk.Path + room.Replace("{id}", anna.Id.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Staff_enter_all_but_the_erasure_and_see_no_export()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, children: new ChildInCare("Mira", 7, true));
        var staff = await app.SignInAsync(Cast.Staff);
        foreach (var room in Rooms[..4]) Assert.Equal(HttpStatusCode.OK, await StatusAsync(staff, Desk.Path + room.Replace("{id}", anna.Id.ToString(), StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(staff, Desk.PathOf(anna) + "/loeschen"));
        var list = await staff.OpenAsync(Desk.Path);
        Assert.DoesNotContain("teilnehmerliste", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Anruf gewünscht", list.Html, StringComparison.Ordinal);
        Assert.Contains("teilnehmerliste.csv", (await (await app.SignInAsync(Cast.Organizer)).OpenAsync(Desk.Path)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/loeschen")]
    [InlineData("/anruf")]
    public async Task Staff_cannot_send_what_only_organisers_may(string act)
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna, children: new ChildInCare("Mira", 7, true));
        var staff = await app.SignInAsync(Cast.Staff);
        var form = Forms.Fill(await staff.OpenAsync(Desk.PathOf(anna) + "/abmelden"), new Dictionary<string, string>(StringComparer.Ordinal), "Ja, abmelden");
        var answer = await (form with { Action = new Uri(form.Action, Desk.PathOf(anna) + act) }).SendAsync();
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.True((await app.RegistrationsAsync()).Single() is { ErasedAt: null, CalledAt: null });
    }

    [Fact]
    public async Task Without_the_antiforgery_token_nothing_happens()
    {
        await using var app = new TestApp();
        var anna = await app.RegisterAsync(Cast.Anna);
        var desk = await app.SignInAsync(Cast.Organizer);
        foreach (var (path, button) in (((string, string)[])[("/abmelden", "Ja, abmelden"), ("/loeschen", "Ja, endgültig löschen")]))
        {
            var form = Forms.Fill(await desk.OpenAsync(Desk.PathOf(anna) + path), new Dictionary<string, string>(StringComparer.Ordinal), button);
            Assert.Equal(HttpStatusCode.BadRequest, (await form.Without("__RequestVerificationToken").SendAsync()).Status);
        }
        Assert.True((await app.RegistrationsAsync()).Single() is { IsActive: true, ErasedAt: null });
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_nothing_of_it()
    {
        await using var app = new TestApp();
        await app.RegisterAsync(Cast.Anna);
        var page = await app.OpenAsync(Desk.Path);
        Assert.DoesNotContain("Öztürk", page.Html, StringComparison.Ordinal);
        Assert.StartsWith("/konto/anmelden", page.Url.AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path) => (await client.OpenAsync(path)).Status;
}
